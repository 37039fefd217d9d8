/** A product as `/api/suggestions` describes it. `price` is formatted for display. */
export type Suggestion = {
  readonly path: string;
  readonly name: string;
  readonly image: string;
  readonly price: string;
};

const SHORTEST = 2;

/**
 * Returns suggestions for what was typed, after `waitMs`: none for a single letter or if the shop does not answer, and null
 * if `signal` was aborted meanwhile.
 */
export async function fetchSuggestions(
  text: string,
  language: string,
  waitMs: number,
  signal: AbortSignal,
): Promise<readonly Suggestion[] | null> {
  const q = text.trim();
  if (q.length < SHORTEST) return [];
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  if (signal.aborted) return null;
  try {
    const response = await fetch(`/api/suggestions?${new URLSearchParams({ q, language })}`, { signal });
    if (!response.ok) return [];
    const { suggestions }: { suggestions: Suggestion[] } = await response.json();
    return suggestions;
  } catch {
    return signal.aborted ? null : [];
  }
}

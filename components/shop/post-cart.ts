import { announceCart } from './cart-event';

/** A change without an answer is abandoned after this time, and the next one is sent. */
const TIMEOUT_MS = 15_000;

/** Settles when the last change is answered. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Sends a change of the cart, and notifies the page if it succeeds. Changes are sent one after the other, because each
 * answer replaces the cart's cookie. The request continues if the buyer leaves the page. Null if no valid answer arrives.
 */
export function postCart<Answer extends { ok: boolean }>(fields: Record<string, string>): Promise<Answer | null> {
  const result = last.then(() => send<Answer>(fields));
  last = result;
  return result;
}

/** Runs `change` once all earlier changes are answered, because a later answer would overwrite the cart that it writes. */
export function afterChanges(change: () => void): void {
  last = last.then(change);
}

async function send<Answer extends { ok: boolean }>(fields: Record<string, string>): Promise<Answer | null> {
  try {
    const response = await fetch('/api/cart', {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams(fields),
      keepalive: true,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const answer: Answer = await response.json();
    if (answer.ok) announceCart();
    return answer;
  } catch {
    return null;
  }
}

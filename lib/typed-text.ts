/**
 * Removes the invisible characters (Unicode category Cf: direction marks, soft hyphens, zero-width spaces …) that come
 * along when text is copied. U+200C and U+200D stay between two letters or emoji, where scripts and emoji need them.
 */
export function cleanTyped(text: string): string {
  return text
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(
      /(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}\p{Extended_Pictographic}])/gu,
      '',
    );
}

const keptAsTyped: ReadonlySet<string> = new Set(['password', 'pin', 'key']);

/** The fields of an urlencoded form as people meant them; passwords and keys stay as they were typed. */
export function parseTypedForm(body: string): URLSearchParams {
  const fields = [...new URLSearchParams(body)];
  return new URLSearchParams(fields.map(([name, value]) => [name, keptAsTyped.has(name) ? value : cleanTyped(value)]));
}

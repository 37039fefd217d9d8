/**
 * Removes invisible characters (Unicode category Cf: direction marks, soft hyphens, zero-width spaces …) that often
 * come with pasted text. U+200C and U+200D stay between letters or emoji, where they are meaningful.
 */
export function cleanTyped(text: string): string {
  return clean(text, /(?![\u200c\u200d])\p{Cf}/gu);
}

/** Like `cleanTyped`, but keeps soft hyphens inside words, where a merchant allows a line break. */
export function cleanHyphenated(text: string): string {
  return clean(text, /(?<![\p{L}\p{M}])\u00ad|\u00ad(?!\p{L})|(?![\u00ad\u200c\u200d])\p{Cf}/gu);
}

/** Removes soft hyphens, for SEQR, files and page titles. */
export function withoutSoftHyphens(text: string): string {
  return text.replaceAll('\u00ad', '');
}

function clean(text: string, invisible: RegExp): string {
  return text
    .replace(invisible, '')
    .replace(
      /(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}\p{Extended_Pictographic}])/gu,
      '',
    );
}

const keptAsTyped: ReadonlySet<string> = new Set(['password', 'currentPassword', 'pin', 'key']);

/** The form fields for a product's texts, such as `name-en`. */
const productText = /^(name|summary|description)-[a-z]{2}$/;

/** The cleaned fields of an urlencoded form. Passwords and keys are not changed. */
export function parseTypedForm(body: string): URLSearchParams {
  const meant = (name: string, value: string) => {
    if (keptAsTyped.has(name)) return value;
    return productText.test(name) ? cleanHyphenated(value) : cleanTyped(value);
  };
  const fields = [...new URLSearchParams(body)];
  return new URLSearchParams(fields.map(([name, value]) => [name, meant(name, value)]));
}

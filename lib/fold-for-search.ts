/** Letters that Unicode does not decompose. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};
const undecomposed = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

/**
 * Normalizes a text for searching: lower case, single spaces, no accents or invisible characters. `asa` finds `Åsa`,
 * and `strasse` finds `Straße`.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .toLowerCase()
    .replace(undecomposed, (letter) => letters[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

/** The folded words of a text, which consist of letters and digits. */
export function foldedWords(text: string): string[] {
  return foldForSearch(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Pads each word with two spaces before and one after it, as pg_trgm does. So the trigrams of `  ab` find words that begin
 * with `ab`, and those of `  abc ` find the word `abc`.
 */
export function padWords(words: readonly string[]): string {
  return words.map((word) => `  ${word} `).join('');
}

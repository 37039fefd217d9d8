/** Two words of this length fit next to each other on a phone's screen. */
const MAX_UNBROKEN = 17;

/**
 * Whether a text has a word that may have to break. A table's cells need `overflow-wrap: anywhere` only then: it lets a
 * column become narrower than its longest word, so browsers break short words too.
 */
export function hasLongWord(text: string): boolean {
  return text.split(/\s+/).some((word) => word.length > MAX_UNBROKEN);
}

import type { Language } from '../i18n/languages';
import { beginsOneEditApart, isOneEditApart, patternsAround } from './one-edit';
import { listSimilarWords } from './statements/list-similar-words';

/** A shorter word has too many others around it. */
const SHORTEST = 4;
const MAX_PROPOSALS = 3;

/**
 * Other spellings of the words, the likeliest first: each word that no product has is replaced by one that is one letter apart
 * from it. Empty if every word is known or has nothing near.
 */
export async function correctWords(language: Language, words: readonly string[]): Promise<string[][]> {
  const long = words.filter((word) => word.length >= SHORTEST);
  if (long.length === 0) return [];
  const patterns = long.flatMap((word) => [`%${word}%`, ...patternsAround(word)]);
  const vocabulary = await listSimilarWords(language, patterns);
  const near = new Map(long.map((word) => [word, nearWords(word, vocabulary)]));
  const most = Math.max(...[...near.values()].map((found) => found.length));
  return Array.from({ length: Math.min(most, MAX_PROPOSALS) }, (_, index) =>
    words.map((word) => near.get(word)?.[index] ?? near.get(word)?.[0] ?? word),
  );
}

function nearWords(word: string, vocabulary: readonly string[]): string[] {
  if (vocabulary.some((known) => known.includes(word))) return [];
  const found = vocabulary.filter((known) => beginsOneEditApart(word, known));
  const distance = (known: string) =>
    (isOneEditApart(word, known) ? 0 : 4) + (known[0] === word[0] ? 0 : 2) + (known.length === word.length ? 0 : 1);
  return found.toSorted((a, b) => distance(a) - distance(b) || a.length - b.length || (a < b ? -1 : 1));
}

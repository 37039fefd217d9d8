import type { Language } from '../i18n/languages';
import { beginsOneEditApart, findTail, isOneEditApart, patternsAround, patternsOfTails } from './one-edit';
import { listSimilarWords } from './statements/list-similar-words';

/** Too many words are one edit apart from a shorter word. */
const SHORTEST = 4;
/** The same limit for the last part of a compound. It is higher, because more words end alike. */
const SHORTEST_TAIL = 6;
const MAX_PROPOSALS = 3;

/**
 * Corrections of the words, likeliest first. Replaces each word that no product has with a known word that is one edit
 * apart. If there is none, with the last part of a compound that is one edit apart; failing that, with a word whose
 * beginning is one edit apart. Empty if there is nothing to correct, or nothing close enough.
 */
export async function correctWords(language: Language, words: readonly string[]): Promise<string[][]> {
  const long = words.filter((word) => word.length >= SHORTEST);
  if (long.length === 0) return [];
  const patterns = long.flatMap((word) => [`%${word}%`, ...patternsAround(word)]);
  const vocabulary = await listSimilarWords(language, patterns);
  const unknown = long.filter((word) => !vocabulary.some((known) => known.includes(word)));
  const maybeTails = unknown.filter(
    (word) => word.length >= SHORTEST_TAIL && !vocabulary.some((known) => isOneEditApart(word, known)),
  );
  const compounds =
    maybeTails.length === 0 ? [] : await listSimilarWords(language, maybeTails.flatMap(patternsOfTails));
  const near = new Map(
    unknown.map((word) => {
      const tails = maybeTails.includes(word) ? nearTails(word, compounds) : [];
      return [word, [...tails, ...nearWords(word, vocabulary)]];
    }),
  );
  const most = Math.max(0, ...[...near.values()].map((found) => found.length));
  return Array.from({ length: Math.min(most, MAX_PROPOSALS) }, (_, index) =>
    words.map((word) => near.get(word)?.[index] ?? near.get(word)?.[0] ?? word),
  );
}

function nearWords(word: string, vocabulary: readonly string[]): string[] {
  const found = vocabulary.filter((known) => beginsOneEditApart(word, known));
  const distance = (known: string) =>
    (isOneEditApart(word, known) ? 0 : 4) + (known[0] === word[0] ? 0 : 2) + (known.length === word.length ? 0 : 1);
  return found.toSorted((a, b) => distance(a) - distance(b) || a.length - b.length || (a < b ? -1 : 1));
}

/** Last parts of compounds that are one edit apart from the word: `honung`, from `ljunghonung`, for `honong`. */
function nearTails(word: string, compounds: readonly string[]): string[] {
  const found = new Set(compounds.flatMap((compound) => findTail(word, compound) ?? []));
  const distance = (tail: string) => Math.abs(tail.length - word.length);
  return [...found].sort((a, b) => distance(a) - distance(b) || (a < b ? -1 : 1));
}

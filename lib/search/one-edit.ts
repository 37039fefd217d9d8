/** Whether two words differ by at most one letter that is wrong, missing, extra, or swapped with the next one. */
export function isOneEditApart(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let [endOfA, endOfB] = [a.length, b.length];
  while (endOfA > start && endOfB > start && a[endOfA - 1] === b[endOfB - 1]) {
    endOfA -= 1;
    endOfB -= 1;
  }
  const [left, right] = [a.slice(start, endOfA), b.slice(start, endOfB)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** Whether `word` and a beginning of `whole` are one edit apart, for a word that is still being typed. */
export function beginsOneEditApart(word: string, whole: string): boolean {
  return [-1, 0, 1].some((more) => isOneEditApart(word, whole.slice(0, word.length + more)));
}

/**
 * LIKE patterns that match every word whose beginning is one edit apart from `word`. An edit leaves one half of the word
 * intact, or swaps the two letters in the middle.
 */
export function patternsAround(word: string): string[] {
  const half = Math.floor(word.length / 2);
  const [first, second] = [word.slice(0, half), word.slice(half)];
  const shifted = [-1, 0, 1].map((more) => `${'_'.repeat(half + more)}${second}%`);
  return [`${first}%`, ...shifted, `${first.slice(0, -1)}__${second.slice(1)}%`];
}

/** A compound's first part has at least two letters. */
const SHORTEST_HEAD = 2;

/** A compound's last part that begins with `word`'s first letter and is one edit apart from `word`. Null if none does. */
export function findTail(word: string, compound: string): string | null {
  const tails = [0, -1, 1].flatMap((more) => {
    const length = word.length + more;
    return compound.length >= length + SHORTEST_HEAD ? [compound.slice(-length)] : [];
  });
  return tails.find((tail) => tail[0] === word[0] && isOneEditApart(word, tail)) ?? null;
}

/** LIKE patterns that match every word whose end is one edit apart from `word`. */
export function patternsOfTails(word: string): string[] {
  return patternsAround(reverse(word)).map(reverse);
}

function reverse(text: string): string {
  return [...text].reverse().join('');
}

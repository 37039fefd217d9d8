import { maxLengths } from '../input-limits';

/** A typed name on one line without invisible characters, cut to the maximum length. */
export function readableName(name: string): string {
  // Cut first: normalizing a long run of accents takes quadratic time.
  const readable = name
    .slice(0, 4 * maxLengths.merchantName)
    .normalize('NFC')
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
  return [...readable].slice(0, maxLengths.merchantName).join('').trim();
}

/** Names with the same key belong to the same person: case and composed characters make no difference. */
export function nameKey(name: string): string {
  return readableName(name).normalize('NFKC').toLowerCase();
}

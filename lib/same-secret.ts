import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares digests in constant time, so that the time taken reveals nothing about the expected secret, not even its length. */
export function isSameSecret(actual: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(actual), digest(expected));
}

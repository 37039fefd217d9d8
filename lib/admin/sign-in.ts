import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { config } from '../config';
import { maxLengths } from '../input-limits';
import { log } from '../log';
import { giveBack, spend } from '../rate-limit';
import { startSession } from './session';

export type SignIn =
  | { readonly ok: true; readonly cookie: string }
  | { readonly ok: false; readonly reason: 'no-password-set' | 'wrong' }
  | { readonly ok: false; readonly reason: 'too-many'; readonly waitSeconds: number };

type Attempt = { readonly name: string; readonly password: string; readonly address: string };

/** Whoever guesses from many addresses meets the limit of all. */
const ALL = 'all';

/**
 * Opens a session for whoever knows ADMIN_PASSWORD. The password is one for all; `name` is what the history will call
 * this person. `address` is where the attempt comes from: failures are limited by it, and in all.
 */
export async function signIn({ name, password, address }: Attempt): Promise<SignIn> {
  const expected = config().admin.password;
  if (expected === undefined) return { ok: false, reason: 'no-password-set' };
  // Counted before the password is looked at, so that guesses that come at once count as well.
  const waitSeconds = (await spend('signIn', address)) || (await spend('signInOfAll', ALL));
  if (waitSeconds > 0) return { ok: false, reason: 'too-many', waitSeconds };
  if (!isSame(password, expected)) {
    log.warn({ from: address }, 'admin: a sign-in failed');
    return { ok: false, reason: 'wrong' };
  }
  await Promise.all([giveBack('signIn', address), giveBack('signInOfAll', ALL)]);
  return { ok: true, cookie: startSession(readableName(name)).cookie };
}

/** Compares digests under a key of the moment, so that neither time nor length tells how near a guess was. */
function isSame(given: string, expected: string): boolean {
  const key = randomBytes(32);
  const digest = (text: string) => createHmac('sha256', key).update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function readableName(name: string): string {
  // Cut first: to normalize a long run of accents takes quadratic time.
  const readable = name
    .slice(0, 4 * maxLengths.merchantName)
    .normalize('NFC')
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
  return [...readable].slice(0, maxLengths.merchantName).join('') || 'Merchant';
}

import { config } from '../config';
import { consumePoint, refundPoint } from '../http/rate-limit';
import { maxLengths } from '../input-limits';
import { log } from '../log';
import { isSameSecret } from '../same-secret';
import { startSession } from './session';

export type SignIn =
  | { readonly ok: true; readonly cookie: string }
  | { readonly ok: false; readonly reason: 'no-password-set' | 'wrong' }
  | { readonly ok: false; readonly reason: 'too-many'; readonly waitSeconds: number };

type Attempt = { readonly name: string; readonly password: string; readonly address: string };

/** The key that all addresses share, to limit guesses from many addresses. */
const ALL = 'all';

/**
 * Opens a session for anyone with ADMIN_PASSWORD. All users share the password; `name` is recorded in the history.
 * Failures are limited per `address` and in total.
 */
export async function signIn({ name, password, address }: Attempt): Promise<SignIn> {
  const expected = config().admin.password;
  if (expected === undefined) return { ok: false, reason: 'no-password-set' };
  // Counted before the password is checked, so that concurrent guesses count too.
  const waitSeconds = (await consumePoint('signIn', address)) || (await consumePoint('signInOfAll', ALL));
  if (waitSeconds > 0) return { ok: false, reason: 'too-many', waitSeconds };
  if (!isSameSecret(password, expected)) {
    log.warn({ from: address }, 'admin: a sign-in failed');
    return { ok: false, reason: 'wrong' };
  }
  await Promise.all([refundPoint('signIn', address), refundPoint('signInOfAll', ALL)]);
  return { ok: true, cookie: startSession(readableName(name)).cookie };
}

function readableName(name: string): string {
  // Cut first: normalizing a long run of accents takes quadratic time.
  const readable = name
    .slice(0, 4 * maxLengths.merchantName)
    .normalize('NFC')
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
  return [...readable].slice(0, maxLengths.merchantName).join('') || 'Merchant';
}

import { config } from '../config';
import { consumePoint, refundPoint } from '../http/rate-limit';
import { log } from '../log';
import { type Credential, findCredential } from '../people/credentials';
import { isPassword } from '../people/password';
import { nameKey, readableName } from '../people/person-name';
import { isSameSecret } from '../same-secret';
import { startSession } from './session';

export type SignIn =
  | { readonly ok: true; readonly cookie: string }
  | { readonly ok: false; readonly reason: 'no-password-set' | 'wrong' }
  | { readonly ok: false; readonly reason: 'too-many'; readonly waitSeconds: number };

type Attempt = { readonly name: string; readonly password: string; readonly address: string };

/** The key that all addresses share, to limit guesses from many addresses. */
const ALL = 'all';

/** The owner's name in the history, if none is typed. No other person can have it. */
export const OWNERS_NAME = 'Merchant';

/**
 * Opens a session. A person signs in with their own name and password. Any other name signs in the owner, with the
 * owner's password (initially ADMIN_PASSWORD). Failures are limited per address, per typed name and in total. Neither
 * the answer nor its timing reveals whether a name exists.
 */
export async function signIn({ name, password, address }: Attempt): Promise<SignIn> {
  if (config().admin.password === undefined) return { ok: false, reason: 'no-password-set' };
  const typed = readableName(name) || OWNERS_NAME;
  const limits = [
    ['signIn', address] as const,
    ['signInOfName', nameKey(typed)] as const,
    ['signInOfAll', ALL] as const,
  ];
  // Counted before the password is checked, so that concurrent guesses count too.
  for (const [limit, key] of limits) {
    const waitSeconds = await consumePoint(limit, key);
    if (waitSeconds > 0) return { ok: false, reason: 'too-many', waitSeconds };
  }
  const credential = await findCredential(typed);
  const isProven = await isProof(credential, password);
  if (!credential || !isProven) {
    log.warn({ from: address }, 'admin: a sign-in failed');
    return { ok: false, reason: 'wrong' };
  }
  await Promise.all(limits.map(([limit, key]) => refundPoint(limit, key)));
  return { ok: true, cookie: startSession(credential.name, credential).cookie };
}

/** Checks exactly one hash, also for an unknown name, so the response time reveals no names. */
export async function isProof(credential: Credential | null, password: string): Promise<boolean> {
  const isHashed = await isPassword(password, credential?.hash ?? null);
  const isPlain = isSameSecret(password, credential?.secret ?? '');
  return credential !== null && (credential.hash === null ? isPlain : isHashed);
}

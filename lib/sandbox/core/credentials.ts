import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { processGlobal } from '../../process-global';

const derive = promisify<string, Buffer, number, { N: number }, Buffer>(scrypt);
const COST = { N: 4096 };
const MAX_CACHED = 1000;

/** A salted scrypt hash, as `salt:hash` in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, 32, COST);
  return `${salt.toString('base64url')}:${hash.toString('base64url')}`;
}

/**
 * Every SOAP call carries the password, and a slow hash each time would cost more than the call itself. So results are
 * cached in memory under a fast hash. `right` has one right password for each stored hash; `others` has checks in progress
 * and wrong passwords. They are separate, so that wrong passwords do not displace right ones.
 */
const results = () =>
  processGlobal('sandbox-passwords', () => ({
    right: new Map<string, Buffer>(),
    others: new Map<string, Promise<boolean>>(),
  }));

export function isPassword(password: string, stored: string): Promise<boolean> {
  return cachedResult(password, stored) ?? checkPassword(password, stored);
}

/** Whether the password is right. Undefined if it must be hashed first. */
export function cachedResult(password: string, stored: string): Promise<boolean> | undefined {
  const { right, others } = results();
  const digest = digestOf(password, stored);
  const known = right.get(stored);
  return known && timingSafeEqual(known, digest) ? Promise.resolve(true) : others.get(digest.toString('base64url'));
}

function checkPassword(password: string, stored: string): Promise<boolean> {
  const { right, others } = results();
  const digest = digestOf(password, stored);
  const key = digest.toString('base64url');
  const check = matches(password, stored);
  setBounded(others, key, check);
  const forget = () => others.delete(key);
  void check.then((isRight) => {
    if (!isRight) return;
    forget();
    setBounded(right, stored, digest);
  }, forget);
  return check;
}

function digestOf(password: string, stored: string): Buffer {
  return createHash('sha256').update(stored).update('\0').update(password).digest();
}

/** Compares in constant time. */
async function matches(password: string, stored: string): Promise<boolean> {
  const [salt = '', hash = ''] = stored.split(':');
  const expected = Buffer.from(hash, 'base64url');
  const derived = await derive(password, Buffer.from(salt, 'base64url'), 32, COST);
  return expected.length === derived.length && timingSafeEqual(derived, expected);
}

function setBounded<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (map.size >= MAX_CACHED) map.clear();
  map.set(key, value);
}

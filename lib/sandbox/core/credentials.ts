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
 * Compares in constant time. Every SOAP call carries the password, and a slow hash each time would cost more than the
 * call itself. So successful checks are cached as a fast hash, in memory only.
 */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const digest = createHash('sha256').update(stored).update('\0').update(password).digest();
  const remembered = processGlobal('sandbox-passwords', () => new Map<string, Buffer>());
  const cached = remembered.get(stored);
  if (cached && timingSafeEqual(cached, digest)) return true;
  const [salt = '', hash = ''] = stored.split(':');
  const expected = Buffer.from(hash, 'base64url');
  const derived = await derive(password, Buffer.from(salt, 'base64url'), 32, COST);
  if (expected.length !== derived.length || !timingSafeEqual(derived, expected)) return false;
  if (remembered.size >= MAX_CACHED) remembered.clear();
  remembered.set(stored, digest);
  return true;
}

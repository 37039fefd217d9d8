import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { type Config, config } from './config';
import { keepSecret } from './kept-secret';
import { processGlobal } from './process-global';

/** SESSION_SECRET, or a secret generated once and stored next to the database, so that cookies survive a restart. */
export function serverSecret(): string {
  const { admin, dataFolder } = config();
  if (admin.sessionSecret !== undefined) return admin.sessionSecret;
  const make = () => randomBytes(32).toString('hex');
  return processGlobal('server-secret', () => keepSecret(join(dataFolder, 'session-secret'), make).value);
}

/**
 * Why the configured secret is not sufficient, with the remedy. Null if it is. A secret in a file belongs to one machine, but
 * processes that share a PostgreSQL database usually run on several.
 */
export function describeMissingSecret({ databaseUrl, admin }: Pick<Config, 'databaseUrl' | 'admin'>): string | null {
  if (databaseUrl.startsWith('file:') || admin.sessionSecret !== undefined) return null;
  return 'SESSION_SECRET must be set while DATABASE_URL is a PostgreSQL database: without it, each machine makes its own, and cookies of one are invalid on the others. Set it to the same 32 or more random characters for all processes.';
}

/** `purpose` prevents a signature for one use from being valid for another. */
export function sign(purpose: string, text: string): Buffer {
  const key = createHmac('sha256', serverSecret()).update(purpose).digest();
  return createHmac('sha256', key).update(text).digest();
}

/** Compares a base64url signature in constant time. */
export function isSignature(signature: string, expected: Buffer): boolean {
  const actual = Buffer.from(signature, 'base64url');
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

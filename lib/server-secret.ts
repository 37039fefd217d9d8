import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { config } from './config';
import { keepSecret } from './kept-secret';
import { processGlobal } from './process-global';

/**
 * SESSION_SECRET; without it a secret that is made once and kept beside the database, so that cookies outlive a restart.
 */
export function serverSecret(): string {
  const { admin, dataFolder } = config();
  if (admin.sessionSecret !== undefined) return admin.sessionSecret;
  const make = () => randomBytes(32).toString('hex');
  return processGlobal('server-secret', () => keepSecret(join(dataFolder, 'session-secret'), make).value);
}

/** `purpose` keeps what is signed for one use from being valid for another. */
export function sign(purpose: string, text: string): Buffer {
  const key = createHmac('sha256', serverSecret()).update(purpose).digest();
  return createHmac('sha256', key).update(text).digest();
}

/** Compares in constant time with a signature in base64url. */
export function isSignature(signature: string, expected: Buffer): boolean {
  const given = Buffer.from(signature, 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

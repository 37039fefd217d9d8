import { createHash, timingSafeEqual } from 'node:crypto';
import { config } from '../../config';

/** Whether the console asks for a key: in a public sandbox always. */
export function isConsoleLocked(): boolean {
  return config().sandbox.public;
}

/** What the browser keeps in place of the key once it has shown it; null when `key` is not SEQR_SANDBOX_KEY. */
export function toConsoleToken(key: string): string | null {
  const right = config().sandbox.key;
  return right !== undefined && isSame(key, right) ? tokenOf(right) : null;
}

/** Whether the bearer of this token may see and steer the sandbox. A public sandbox without a key is steered by nobody. */
export function mayUseConsole(token: string | undefined): boolean {
  if (!isConsoleLocked()) return true;
  const right = config().sandbox.key;
  return right !== undefined && token !== undefined && isSame(token, tokenOf(right));
}

function tokenOf(key: string): string {
  return createHash('sha256').update(`console of the sandbox\0${key}`).digest('base64url');
}

function isSame(given: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(right));
}

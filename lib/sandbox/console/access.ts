import { createHash } from 'node:crypto';
import { config } from '../../config';
import { isSameSecret } from '../../same-secret';

/** Whether the console requires a key: only a public sandbox's does. */
function isConsoleLocked(): boolean {
  return config().sandbox.public;
}

/** Converts the key to the token that the browser stores. Null if `key` is not SEQR_SANDBOX_KEY. */
export function toConsoleToken(key: string): string | null {
  const expected = config().sandbox.key;
  return expected !== undefined && isSameSecret(key, expected) ? tokenOf(expected) : null;
}

/**
 * Whether the token grants access to the console. Without a configured key, nobody has access to a public sandbox's
 * console.
 */
export function mayUseConsole(token: string | undefined): boolean {
  if (!isConsoleLocked()) return true;
  const expected = config().sandbox.key;
  return expected !== undefined && token !== undefined && isSameSecret(token, tokenOf(expected));
}

function tokenOf(key: string): string {
  return createHash('sha256').update(`console of the sandbox\0${key}`).digest('base64url');
}

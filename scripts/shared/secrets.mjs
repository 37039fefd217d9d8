// What the back office needs and a fresh clone does not have: a password and a key for its sessions. They are made once
// and kept in .data/, readable by their owner only. A variable that is set wins.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { keepSecret } from '../../lib/kept-secret.js';
import { root } from './run.mjs';

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Sets ADMIN_PASSWORD and SESSION_SECRET; returns the password if it was made just now, to be shown this once. */
export function ensureSecrets(folder = join(root, '.data')) {
  process.env.SESSION_SECRET ||= keepSecret(join(folder, 'session-secret'), () =>
    randomBytes(32).toString('hex'),
  ).value;
  if (process.env.ADMIN_PASSWORD) return undefined;
  const { value, isNew } = keepSecret(join(folder, 'admin-password'), makePassword);
  process.env.ADMIN_PASSWORD = value;
  return isNew ? value : undefined;
}

/** Four times four characters that nobody mistakes for each other: 79 bits. */
function makePassword() {
  const byte = () => {
    for (;;) {
      const value = randomBytes(1).readUInt8();
      // Beyond the last whole multiple some characters would come up more often.
      if (value < 256 - (256 % alphabet.length)) return alphabet[value % alphabet.length];
    }
  };
  return Array.from({ length: 4 }, () => Array.from({ length: 4 }, byte).join('')).join('-');
}

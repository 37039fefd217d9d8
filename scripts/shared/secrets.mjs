// Generates the back office's password and the key of its sessions for a fresh clone. They are generated once and stored in
// .data/, readable by their owner only. Variables that are set take precedence.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { keepSecret } from '../../lib/kept-secret.js';
import { root } from './run.mjs';

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Sets ADMIN_PASSWORD and SESSION_SECRET. Returns the password if it was just generated, to be shown once. */
export function ensureSecrets(folder = join(root, '.data')) {
  process.env.SESSION_SECRET ||= keepSecret(join(folder, 'session-secret'), () =>
    randomBytes(32).toString('hex'),
  ).value;
  if (process.env.ADMIN_PASSWORD) return undefined;
  const { value, isNew } = keepSecret(join(folder, 'admin-password'), makePassword);
  process.env.ADMIN_PASSWORD = value;
  return isNew ? value : undefined;
}

/** Four groups of four characters, 79 bits in all. The alphabet has no characters that look alike. */
function makePassword() {
  const byte = () => {
    for (;;) {
      const value = randomBytes(1).readUInt8();
      // Larger values are dropped, because some characters would then be more frequent.
      if (value < 256 - (256 % alphabet.length)) return alphabet[value % alphabet.length];
    }
  };
  return Array.from({ length: 4 }, () => Array.from({ length: 4 }, byte).join('')).join('-');
}

import { config } from '../config';
import { db } from '../db/client';
import { processGlobal } from '../process-global';
import { isPassword } from './password';
import { nameKey } from './person-name';

/** The key of the owner's row. It is empty, so it differs from the key of every account's name. */
export const OWNER_KEY = '';

export type Role = 'owner' | 'staff';

/**
 * What proves that someone is the person with that name. `secret` also signs the person's sessions, so a new password or
 * a removal ends them in every process. `hash`: null while the secret is ADMIN_PASSWORD itself.
 */
export type Credential = {
  readonly role: Role;
  /** As the account spells it; the owner may sign in under any name that no account has. */
  readonly name: string;
  readonly secret: string;
  readonly hash: string | null;
};

/** Null if the person was removed, or if ADMIN_PASSWORD is not set: then nobody can sign in. */
export async function findCredential(name: string): Promise<Credential | null> {
  const { password } = config().admin;
  if (password === undefined) return null;
  const key = nameKey(name);
  const rows = await db().read.account.findMany({ where: { key: { in: [key, OWNER_KEY] } } });
  const own = rows.find((row) => row.key === key && key !== OWNER_KEY);
  if (own) {
    const { passwordHash } = own;
    return passwordHash === null ? null : { role: 'staff', name: own.name, secret: passwordHash, hash: passwordHash };
  }
  const owner = rows.find((row) => row.key === OWNER_KEY);
  const hash = owner && (await isReplaced(owner.replaces, password)) ? owner.passwordHash : null;
  return { role: 'owner', name, secret: hash ?? password, hash };
}

/**
 * Whether the owner's own password replaces this ADMIN_PASSWORD. A different ADMIN_PASSWORD is newer, so it counts
 * again: that is how an owner who forgot the password gets back in. Computed once per process, because it is slow.
 */
async function isReplaced(hashOfReplaced: string | null, adminPassword: string): Promise<boolean> {
  const known = processGlobal('replaced-passwords', () => new Map<string, boolean>());
  const key = `${hashOfReplaced} ${adminPassword}`;
  const answer = known.get(key) ?? (await isPassword(adminPassword, hashOfReplaced));
  known.set(key, answer);
  return answer;
}

import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { config } from '../config';
import { db, type Tx } from '../db/client';
import { consumePoint, refundPoint } from '../http/rate-limit';
import { findCredential, OWNER_KEY } from '../people/credentials';
import { hashPassword, type PasswordProblem, passwordProblem } from '../people/password';
import { nameKey, readableName } from '../people/person-name';
import { actorOf, isOwner, type OwnerSession, type Session } from './session';
import { isProof, OWNERS_NAME } from './sign-in';

export type PersonProblem = 'name' | 'name-taken' | 'name-own' | PasswordProblem;

/** Stands for a password in the audit list, which records that it changed, never its value. */
const HIDDEN = 'hidden';

/**
 * Adds a person who signs in with this name and password. A removed person's name stays theirs: adding it again gives
 * the person access again.
 */
export async function addPerson(
  session: OwnerSession,
  typed: { readonly name: string; readonly password: string },
): Promise<'added' | PersonProblem> {
  const name = readableName(typed.name);
  const key = nameKey(name);
  if (key === '') return 'name';
  if (key === nameKey(session.actor) || key === nameKey(OWNERS_NAME)) return 'name-own';
  const problem = passwordProblem(typed.password, name);
  if (problem) return problem;
  const passwordHash = await hashPassword(typed.password);
  return db().write(async (tx) => {
    const known = await tx.account.findUnique({ where: { key } });
    if (known && known.passwordHash !== null) return 'name-taken';
    const created = { createdAt: now(), createdBy: session.actor };
    const data = { name, passwordHash, ...created, removedAt: null, removedBy: null };
    await tx.account.upsert({ where: { key }, create: { key, ...data }, update: data });
    await auditPerson(tx, session, name, 'account', known ? 'removed' : null, 'staff');
    return 'added';
  }, accountScope(key));
}

/** Ends a person's access and sessions. False if there is no such person, or they are removed already. */
export async function removePerson(session: OwnerSession, name: string): Promise<boolean> {
  return db().write(
    async (tx) => {
      const person = await findStaff(tx, name);
      if (!person) return false;
      const data = { passwordHash: null, removedAt: now(), removedBy: session.actor };
      await tx.account.update({ where: { key: person.key }, data });
      await auditPerson(tx, session, person.name, 'account', 'staff', 'removed');
      return true;
    },
    accountScope(nameKey(name)),
  );
}

/** Gives a person a new password, for example because they forgot theirs. Ends their sessions. Null: no such person. */
export async function resetPassword(
  session: OwnerSession,
  { name, password }: { readonly name: string; readonly password: string },
): Promise<'changed' | PasswordProblem | null> {
  const problem = passwordProblem(password, name);
  if (problem) return problem;
  const passwordHash = await hashPassword(password);
  return db().write(
    async (tx) => {
      const person = await findStaff(tx, name);
      if (!person) return null;
      await tx.account.update({ where: { key: person.key }, data: { passwordHash } });
      await auditPerson(tx, session, person.name, 'password', HIDDEN, HIDDEN);
      return 'changed';
    },
    accountScope(nameKey(name)),
  );
}

/**
 * Changes the signed-in person's password and ends all their sessions. The owner's new password replaces ADMIN_PASSWORD
 * until that variable is changed. A wrong current password counts as a failed sign-in under that name.
 */
export async function changeOwnPassword(
  session: Session,
  typed: { readonly current: string; readonly password: string },
): Promise<'changed' | 'wrong' | 'too-many' | PasswordProblem> {
  const problem = passwordProblem(typed.password, session.actor);
  if (problem) return problem;
  const key = nameKey(session.actor);
  if ((await consumePoint('signInOfName', key)) > 0) return 'too-many';
  const credential = await findCredential(session.actor);
  if (!(await isProof(credential, typed.current))) return 'wrong';
  await refundPoint('signInOfName', key);
  const passwordHash = await hashPassword(typed.password);
  const replaces = isOwner(session) ? await hashPassword(config().admin.password ?? '') : null;
  return db().write(
    async (tx) => {
      // The password may have been changed while the new one was being hashed.
      const current = await findCredential(session.actor);
      if (current?.secret !== credential?.secret) return 'wrong';
      if (replaces !== null) {
        const created = { key: OWNER_KEY, name: '', createdAt: now(), createdBy: session.actor };
        const data = { passwordHash, replaces };
        await tx.account.upsert({ where: { key: OWNER_KEY }, create: { ...created, ...data }, update: data });
      } else {
        await tx.account.update({ where: { key }, data: { passwordHash } });
      }
      await auditPerson(tx, session, session.actor, 'password', HIDDEN, HIDDEN);
      return 'changed';
    },
    accountScope(replaces === null ? key : OWNER_KEY),
  );
}

const accountScope = (key: string) => `account ${key}`;

async function findStaff(tx: Tx, name: string) {
  const key = nameKey(name);
  const person = key === OWNER_KEY ? null : await tx.account.findUnique({ where: { key } });
  return person && person.passwordHash !== null ? person : null;
}

function auditPerson(
  tx: Tx,
  session: Session,
  name: string,
  field: 'account' | 'password',
  before: string | null,
  after: string,
): Promise<void> {
  return recordAudit(tx, actorOf(session), { kind: 'person', id: name }, [{ field, before, after }]);
}

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { monotonicMs } from '../clock';
import { config } from '../config';
import { db, openShopDatabase as openShop } from '../db/client';
import { resetLimits } from '../http/rate-limit';
import { nameKey } from '../people/person-name';
import { configure } from '../testing/configure';
import { openShopDatabase } from '../testing/shop-database';
import { parseAuditFilter } from './audit-filter';
import { listAudit } from './list-audit';
import { listPeople } from './list-people';
import { addPerson, changeOwnPassword, removePerson, resetPassword } from './manage-people';
import { isOwner, type OwnerSession, type Session, verifySession } from './session';
import { signIn } from './sign-in';

const adminPassword = 'pine needles 7';
const password = 'blue heron 42';
let close: () => Promise<void>;
let owner: OwnerSession;
let name: string;
let serial = 0;

const signInAs = (who: string, given: string, address = '192.0.2.1') => signIn({ name: who, password: given, address });
const cookieOf = async (who: string, given: string) => {
  const result = await signInAs(who, given);
  if (!result.ok) throw new Error(result.reason);
  return result.cookie;
};
const sessionOf = async (who: string, given: string): Promise<Session> => {
  const session = await verifySession(await cookieOf(who, given));
  if (!session) throw new Error('no session');
  return session;
};
const ownerSession = async (given = adminPassword): Promise<OwnerSession> => {
  const session = await sessionOf('Åsa', given);
  if (!isOwner(session)) throw new Error('not the owner');
  return session;
};
const listed = async (about: string) =>
  (await listAudit(owner, parseAuditFilter({ about, subject: 'person' }))).rows.map((row) => [
    ...[row.person, row.field, row.before, row.after],
  ]);

beforeAll(async () => {
  close = await openShopDatabase();
});
beforeEach(async () => {
  configure({ ADMIN_PASSWORD: adminPassword, SESSION_SECRET: 'x'.repeat(32), RATE_LIMITS: '' });
  resetLimits();
  await db().write((tx) => tx.account.deleteMany({ where: { key: '' } }));
  owner = await ownerSession();
  name = `Bo ${serial++}`;
  expect(await addPerson(owner, { name, password })).toBe('added');
});
afterAll(() => close());

describe('a person', () => {
  it('signs in with their name in any letter case and their own password, and is not the owner', async () => {
    expect(await sessionOf(` ${name.toUpperCase()} `, password)).toMatchObject({ actor: name, role: 'staff' });
  });

  it.each([adminPassword, '', `${password} `, password.toUpperCase()])('does not sign in with %j', async (wrong) =>
    expect(await signInAs(name, wrong)).toEqual({ ok: false, reason: 'wrong' }),
  );

  it('owns their name: the owner’s password no longer signs in under it, and such sessions end', async () => {
    const early = await cookieOf('Cy', adminPassword);
    expect(await verifySession(early)).toMatchObject({ actor: 'Cy', role: 'owner' });
    await addPerson(owner, { name: 'Cy', password });
    expect(await verifySession(early)).toBeNull();
    expect(await signInAs('Cy', adminPassword)).toEqual({ ok: false, reason: 'wrong' });
    await removePerson(owner, 'Cy');
    expect(await signInAs('Cy', adminPassword)).toEqual({ ok: false, reason: 'wrong' });
  });

  it('stays signed in when ADMIN_PASSWORD changes; without ADMIN_PASSWORD nobody is signed in', async () => {
    const cookie = await cookieOf(name, password);
    configure({ ADMIN_PASSWORD: 'another password' });
    expect(await verifySession(cookie)).toMatchObject({ actor: name });
    configure({ ADMIN_PASSWORD: '' });
    expect(await verifySession(cookie)).toBeNull();
    expect(await signInAs(name, password)).toEqual({ ok: false, reason: 'no-password-set' });
  });

  it('is stored with a hash, not a password', async () => {
    const row = await db().read.account.findUniqueOrThrow({ where: { key: nameKey(name) } });
    expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(JSON.stringify(row)).not.toContain(password);
  });

  it.each([
    ['name', { name: ' \u200b ' }],
    ['name-own', { name: 'åsa' }],
    ['name-own', { name: 'merchant' }],
    ['short', { name: 'New', password: 'short pw' }],
    ['long', { name: 'New', password: 'x'.repeat(257) }],
    ['name-in-password', { name: 'Heron', password }],
  ])('is refused for the reason %s: %j', async (problem, typed) => {
    expect(await addPerson(owner, { password, ...typed })).toBe(problem);
    expect((await listPeople(owner)).staff.map((person) => person.name)).not.toContain(typed.name);
  });

  it('exists once, even if added twice concurrently', async () => {
    const twice = { name: `${name} twin`, password };
    const results = await Promise.all([
      addPerson(owner, twice),
      addPerson(owner, { ...twice, name: twice.name.toUpperCase() }),
    ]);
    expect(results.toSorted()).toEqual(['added', 'name-taken']);
  });
});

describe('the removal of a person', () => {
  it('ends their sessions immediately, even if another process removes them, and refuses their password', async () => {
    const cookie = await cookieOf(name, password);
    const elsewhere = openShop(config().databaseUrl);
    await elsewhere.write((tx) => tx.account.update({ where: { key: nameKey(name) }, data: { passwordHash: null } }));
    await elsewhere.close();
    expect(await verifySession(cookie)).toBeNull();
    expect(await signInAs(name, password)).toEqual({ ok: false, reason: 'wrong' });
    expect(await removePerson(owner, name)).toBe(false);
  });

  it('can be undone by adding the person again, which does not restore sessions', async () => {
    const cookie = await cookieOf(name, password);
    expect(await removePerson(owner, name)).toBe(true);
    expect((await listPeople(owner)).removed.map((person) => person.name)).toContain(name);
    expect(await addPerson(owner, { name, password })).toBe('added');
    expect(await verifySession(cookie)).toBeNull();
    expect(await sessionOf(name, password)).toMatchObject({ actor: name });
    expect(await listed(name)).toEqual([
      ['Åsa', 'account', 'removed', 'staff'],
      ['Åsa', 'account', 'staff', 'removed'],
      ['Åsa', 'account', null, 'staff'],
    ]);
  });

  it.each(['', ' ', 'Nobody', "' OR 1=1 --"])('does nothing for the name %j', async (other) =>
    expect(await removePerson(owner, other)).toBe(false),
  );
});

describe('a new password', () => {
  const next = 'grey heron 43';

  it('set by the owner ends the person’s sessions, and the audit list does not show it', async () => {
    const cookie = await cookieOf(name, password);
    expect(await resetPassword(owner, { name, password: next })).toBe('changed');
    expect(await verifySession(cookie)).toBeNull();
    expect(await signInAs(name, password)).toMatchObject({ reason: 'wrong' });
    expect(await sessionOf(name, next)).toMatchObject({ actor: name });
    expect((await listed(name))[0]).toEqual(['Åsa', 'password', 'hidden', 'hidden']);
    expect(await resetPassword(owner, { name: 'Nobody', password: next })).toBeNull();
  });

  it('chosen by the person needs their current password and ends all their sessions', async () => {
    const session = await sessionOf(name, password);
    expect(await changeOwnPassword(session, { current: 'wrong', password: next })).toBe('wrong');
    expect(await changeOwnPassword(session, { current: password, password: 'short' })).toBe('short');
    const cookie = await cookieOf(name, password);
    expect(await changeOwnPassword(session, { current: password, password: next })).toBe('changed');
    expect(await verifySession(cookie)).toBeNull();
    expect(await sessionOf(name, next)).toMatchObject({ role: 'staff' });
    expect((await listed(name))[0]?.[0]).toBe(name);
  });

  it('cannot be set by guessing the current one: wrong attempts are limited', async () => {
    const session = await sessionOf(name, password);
    const guess = () => changeOwnPassword(session, { current: 'wrong', password: next });
    for (let count = 0; count < 50; count++) expect(await guess()).toBe('wrong');
    expect(await changeOwnPassword(session, { current: password, password: next })).toBe('too-many');
  });

  it('of the owner replaces ADMIN_PASSWORD until that variable is changed', async () => {
    const cookie = await cookieOf('Åsa', adminPassword);
    expect(await changeOwnPassword(owner, { current: adminPassword, password: next })).toBe('changed');
    expect(await verifySession(cookie)).toBeNull();
    expect(await signInAs('Åsa', adminPassword)).toEqual({ ok: false, reason: 'wrong' });
    const changed = await cookieOf('Anyone', next);
    expect(await verifySession(changed)).toMatchObject({ actor: 'Anyone', role: 'owner' });
    configure({ SESSION_SECRET: 'y'.repeat(32) });
    expect(await signInAs('Åsa', adminPassword)).toMatchObject({ reason: 'wrong' });
    configure({ SESSION_SECRET: 'x'.repeat(32), ADMIN_PASSWORD: 'forgot the other' });
    expect(await verifySession(changed)).toBeNull();
    expect(await signInAs('Åsa', next)).toMatchObject({ reason: 'wrong' });
    expect(await ownerSession('forgot the other')).toMatchObject({ role: 'owner' });
  });
});

it('refusing a sign-in takes about the same time for an unknown name, a removed person and a wrong password', async () => {
  await addPerson(owner, { name: `${name} gone`, password });
  await removePerson(owner, `${name} gone`);
  const timeOf = async (who: string) => {
    const started = monotonicMs();
    expect(await signInAs(who, 'wrong password')).toEqual({ ok: false, reason: 'wrong' });
    return monotonicMs() - started;
  };
  const times: Record<string, number[]> = { [name]: [], [`${name} gone`]: [], 'Nobody at all': [] };
  for (let round = 0; round < 3; round++) for (const who of Object.keys(times)) times[who]?.push(await timeOf(who));
  const fastest = Object.values(times).map((all) => Math.min(...all));
  // A hash takes tens of milliseconds, everything else a few.
  expect(Math.max(...fastest)).toBeLessThan(3 * Math.min(...fastest) + 5);
});

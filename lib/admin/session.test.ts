import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { resetLimits } from '../http/rate-limit';
import { log } from '../log';
import { configure } from '../testing/configure';
import { openShopDatabase } from '../testing/shop-database';
import { endSession, SESSION_SECONDS, startSession, verifySession } from './session';
import { signIn } from './sign-in';

const password = 'pine needles 7';
let close: () => Promise<void>;

beforeAll(async () => {
  close = await openShopDatabase();
});
beforeEach(() => {
  configure({ ADMIN_PASSWORD: password, SESSION_SECRET: 'x'.repeat(32), RATE_LIMITS: '' });
  resetLimits();
});
afterAll(() => close());

function flip(text: string, index: number): string {
  return text.slice(0, index) + (text[index] === 'A' ? 'B' : 'A') + text.slice(index + 1);
}

describe('a session', () => {
  it('is recognized by its cookie', async () => {
    const { session, cookie } = startSession('Åsa');
    expect(await verifySession(cookie)).toEqual(session);
  });

  it('is invalid if any character of the cookie is changed', async () => {
    const { cookie } = startSession('Åsa');
    // The last character of base64url may contain unused bits.
    for (let index = 0; index < cookie.length - 1; index++) {
      expect(await verifySession(flip(cookie, index)), `character ${index}`).toBeNull();
    }
  });

  it.each([
    undefined,
    '',
    '.',
    '..',
    'a.b.c',
    'null',
    `${Buffer.from('{"id":"1","actor":"me","expiresAt":9999999999999}').toString('base64url')}.`,
    `${Buffer.from('{"id":"1","actor":"me","expiresAt":9999999999999}').toString('base64url')}.AAAA`,
  ])('is invalid for the cookie %j', async (cookie) => {
    expect(await verifySession(cookie)).toBeNull();
  });

  it('is invalid for an overlong cookie', async () => expect(await verifySession('x'.repeat(100_000))).toBeNull());

  it('expires', async () => {
    const { cookie } = startSession('Åsa');
    vi.useFakeTimers({ now: Date.now() + SESSION_SECONDS * 1000 + 1, toFake: ['Date'] });
    try {
      expect(await verifySession(cookie)).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  it('ends on sign-out, even for a copy of the cookie', async () => {
    const { session, cookie } = startSession('Åsa');
    await endSession(session);
    await endSession(session);
    expect(await verifySession(cookie)).toBeNull();
  });

  it.each([{ ADMIN_PASSWORD: 'another password' }, { ADMIN_PASSWORD: '' }, { SESSION_SECRET: 'y'.repeat(32) }])(
    'ends if the configuration changes to %j',
    async (change) => {
      const { cookie } = startSession('Åsa');
      configure(change);
      expect(await verifySession(cookie)).toBeNull();
    },
  );
});

describe('signing in', () => {
  const attempt = (typedPassword: string, address = '192.0.2.1') =>
    signIn({ name: 'Åsa', password: typedPassword, address });

  it('logs the address of a failed sign-in, but not the password', async () => {
    const warn = vi.spyOn(log, 'warn');
    await attempt('wrong-password', '192.0.2.77');
    expect(warn.mock.calls).toEqual([[{ from: '192.0.2.77' }, 'admin: a sign-in failed']]);
    warn.mockRestore();
  });

  it('opens a session with the given name', async () => {
    const result = await attempt(password);
    expect(result.ok && (await verifySession(result.cookie))).toMatchObject({ actor: 'Åsa' });
  });

  it.each(['', ' ', 'pine needles', `${password} `, password.toUpperCase(), `${password}\0`])(
    'refuses %j',
    async (wrong) => expect(await attempt(wrong)).toEqual({ ok: false, reason: 'wrong' }),
  );

  it('is impossible if no password is set', async () => {
    configure({ ADMIN_PASSWORD: '' });
    expect(await attempt('')).toEqual({ ok: false, reason: 'no-password-set' });
  });

  it('is blocked for an address after ten failures, even with the right password, but not for others', async () => {
    for (let count = 0; count < 10; count++) expect(await attempt('wrong')).toMatchObject({ reason: 'wrong' });
    expect(await attempt(password)).toMatchObject({ ok: false, reason: 'too-many' });
    expect(await attempt(password, '192.0.2.2')).toMatchObject({ ok: true });
  });

  it('is blocked for a name after fifty failures from any addresses, whether or not the name exists', async () => {
    for (let count = 0; count < 50; count++) await attempt('wrong', `198.51.100.${count}`);
    expect(await attempt(password, '203.0.113.1')).toMatchObject({ ok: false, reason: 'too-many' });
    const other = { name: 'Bo', password, address: '203.0.113.1' };
    expect(await signIn(other)).toMatchObject({ ok: true });
    expect(await signIn({ ...other, name: ' ÅSA ' })).toMatchObject({ reason: 'too-many' });
  });

  it('is blocked for all after 200 failures in total', async () => {
    const guess = (name: string, given: string, address: string) => signIn({ name, password: given, address });
    for (let count = 0; count < 200; count++) await guess(`Person ${count % 8}`, 'wrong', `198.51.100.${count}`);
    expect(await guess('Åsa', password, '203.0.113.1')).toMatchObject({ ok: false, reason: 'too-many' });
  });

  it('counts concurrent attempts', async () => {
    const results = await Promise.all(Array.from({ length: 40 }, () => attempt('wrong')));
    expect(results.filter((result) => !result.ok && result.reason === 'wrong')).toHaveLength(10);
  });

  it('does not count successful sign-ins', async () => {
    for (let count = 0; count < 30; count++) expect(await attempt(password)).toMatchObject({ ok: true });
  });

  it('has no limit if limits are off', async () => {
    configure({ RATE_LIMITS: 'off' });
    for (let count = 0; count < 30; count++) await attempt('wrong');
    expect(await attempt(password)).toMatchObject({ ok: true });
  });

  it.each([
    ['  Åsa \u202E\n Öst ', 'Åsa Öst'],
    ['', 'Merchant'],
    ['👩🏽‍🌾'.repeat(30), expect.stringMatching(/^.{1,80}$/u)],
  ])('normalizes the name %j for the history', async (name, actor) => {
    const result = await signIn({ name, password, address: '192.0.2.9' });
    expect(result.ok && (await verifySession(result.cookie))?.actor).toEqual(actor);
  });
});

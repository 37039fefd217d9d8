import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { resetLimits } from '@/lib/http/rate-limit';
import { payInvoice } from '@/lib/sandbox/payer-app/payer';
import { configure } from '@/lib/testing/configure';
import { openTestSandbox, type TestSandbox } from '@/lib/testing/sandbox/test-sandbox';
import { setGlobal } from '@/lib/testing/set-global';
import { payerOfPost, walletSession } from './session';

// Next provides a request's cookies and headers, but does not run here.
const request = vi.hoisted(() => ({ address: '', cookies: new Map<string, { value: string }>() }));
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ [CLIENT_ADDRESS_HEADER]: request.address }),
  cookies: async () => ({
    get: (name: string) => request.cookies.get(name),
    set: (name: string, value: string) => request.cookies.set(name, { value }),
  }),
}));

let test: TestSandbox;
beforeAll(async () => {
  const isPublic = { SEQR_SANDBOX: 'on', SEQR_SANDBOX_PUBLIC: 'on', SEQR_SANDBOX_KEY: 'k'.repeat(32) };
  configure({ ...isPublic, RATE_LIMITS: 'on', RATE_LIMIT_PAYERS: '2', PUBLIC_URL: 'https://a.se' });
  resetLimits();
  test = await openTestSandbox({ hosted: true });
  setGlobal('sandbox', Promise.resolve(test.sandbox));
});
afterAll(() => test.close());

/** Posts as a browser that is new to the wallet, or as the previous one. */
function post(address: string, { isNew = true } = {}) {
  if (isNew) request.cookies.clear();
  request.address = address;
  return payerOfPost(new URLSearchParams());
}

it('gives each browser its own payer, and answers 429 above RATE_LIMIT_PAYERS per minute and address', async () => {
  const payers = [await post('203.0.113.1'), await post('203.0.113.1')];
  expect(new Set(payers).size).toBe(2);
  expect(await post('203.0.113.1', { isNew: false })).toBe(payers[1]);
  const refused = await post('203.0.113.1');
  if (!(refused instanceof Response)) throw new Error('not refused');
  expect([refused.status, Number(refused.headers.get('retry-after')) >= 1]).toEqual([429, true]);
  expect(await post('203.0.113.2')).toEqual(expect.stringMatching(/^visitor-/));
});

it('lets nobody act as the default payer by address, form or cookie', async () => {
  request.cookies.clear();
  request.address = '203.0.113.3';
  await expect(walletSession(Promise.resolve({ payer: 'default' }))).rejects.toThrow();
  const byForm = await payerOfPost(new URLSearchParams({ payer: 'default' }));
  request.cookies.set('sandbox_payer', { value: 'default' });
  expect((await walletSession(Promise.resolve({}))).payerId).toBeUndefined();
  const byCookie = await payerOfPost(new URLSearchParams());
  for (const payer of [byForm, byCookie]) expect(payer).toEqual(expect.stringMatching(/^visitor-/));
});

it('sends the merchant a payer id that is always the same and opens no wallet', async () => {
  const payer = await post('203.0.113.4');
  if (typeof payer !== 'string') throw new Error('no payer');
  const buy = async () => {
    const reference = await test.sendInvoice();
    expect(await payInvoice(reference, '1234', payer)).toBeNull();
    return (await test.status(reference)).get('receipt/payerTerminalId') ?? '';
  };
  const told = await buy();
  expect(told).toMatch(/^[0-9a-f]{32}$/);
  expect(await buy()).toBe(told);
  request.cookies.clear();
  await expect(walletSession(Promise.resolve({ payer: told }))).rejects.toThrow();
  expect(await payerOfPost(new URLSearchParams({ payer: told }))).not.toBe(payer);
  await test.sandbox.messages.flush();
  const messages = await test.sandbox.db.read.message.findMany();
  expect(messages.length).toBeGreaterThanOrEqual(4);
  for (const { request: sent, response } of messages) expect(sent + response).not.toContain(payer);
});

import { createHook } from 'node:async_hooks';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CLIENT_ADDRESS_HEADER } from '../../http/client-address';
import { resetLimits } from '../../http/rate-limit';
import { newKey } from '../../ids';
import {
  envelope,
  openTestSandbox,
  post,
  resellerContext,
  type TestSandbox,
  terminalContext,
} from '../../testing/sandbox/test-sandbox';
import { getPaymentStatus } from '../php-api/php-api';

const [HERE, THERE] = ['192.0.2.1', '198.51.100.7'];
const WRONG_PASSWORD = 20;

let hashes = 0;
const countHashes = createHook({
  init: (_id, type) => {
    if (type === 'SCRYPTREQUEST') hashes += 1;
  },
});

let test: TestSandbox;
beforeEach(() => {
  resetLimits();
  hashes = 0;
  countHashes.enable();
});
afterEach(() => countHashes.disable());

const terminal = (password: string) => terminalContext('public_test_shop_terminal', password);
const codeOf = async (context: string, address = HERE) =>
  (await test.call('getPaymentStatus', '<invoiceReference>1</invoiceReference>', context, address)).code;
const send = (context: string, address = HERE) =>
  post(test.sandbox, envelope(`<ext:getPaymentStatus>${context}</ext:getPaymentStatus>`), {
    [CLIENT_ADDRESS_HEADER]: address,
  });

describe.each([false, true])('a wrong password (public: %s)', (hosted) => {
  beforeAll(async () => {
    test = await openTestSandbox({ hosted });
    return () => test.close();
  });

  // Sandboxes of this process share the cache.
  const wrong = `wrong ${hosted}`;

  it('is hashed once, however often it is sent', async () => {
    const calls = Array.from({ length: 100 }, () => codeOf(terminal(wrong)));
    expect(new Set(await Promise.all(calls))).toEqual(new Set([WRONG_PASSWORD]));
    for (let count = 0; count < 100; count++) expect(await codeOf(terminal(wrong))).toBe(WRONG_PASSWORD);
    expect(hashes).toBe(1);
  });

  it('stays wrong for others, and right passwords stay right', async () => {
    expect(await codeOf(terminal(wrong))).toBe(WRONG_PASSWORD);
    expect(await codeOf(resellerContext('public_test_shop', '9900', wrong))).toBe(WRONG_PASSWORD);
    expect(await codeOf(terminalContext())).toBe(54);
    expect(await codeOf(terminal(wrong))).toBe(WRONG_PASSWORD);
  });
});

describe('more than 60 wrong passwords in a minute', () => {
  const sendMany = (count: number) => Promise.all(Array.from({ length: count }, () => send(terminal(newKey()))));

  it('get HTTP 429 from a public sandbox, unhashed, while other addresses and known passwords work', async () => {
    test = await openTestSandbox({ hosted: true });
    expect(await codeOf(terminalContext())).toBe(54);
    const unused = await test.registerTerminal();
    hashes = 0;
    const statuses = (await sendMany(65)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(60);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    expect(hashes).toBe(60);

    const refused = await send(terminal('another'));
    expect([refused.status, Number(refused.headers.get('retry-after')) >= 1]).toEqual([429, true]);
    expect(await refused.text()).toMatch(/<faultstring>Too many calls from this address\. Call again in \d+ s\.</);
    const byPhp = new Request('http://a.se/?invoiceReference=1&terminalId=public_test_shop_terminal&password=x', {
      headers: { [CLIENT_ADDRESS_HEADER]: HERE },
    });
    expect((await getPaymentStatus(test.sandbox, byPhp)).status).toBe(429);
    expect(hashes).toBe(60);

    expect(await codeOf(terminalContext())).toBe(54);
    expect(await codeOf(terminal('another'), THERE)).toBe(WRONG_PASSWORD);
    expect(await codeOf(terminalContext(), THERE)).toBe(54);
    // Its first call hashes its password, so it waits.
    expect((await send(unused.context)).status).toBe(429);
    await test.close();
  });

  it('are not counted if the passwords are right', async () => {
    test = await openTestSandbox({ hosted: true });
    for (let count = 0; count < 10; count++) expect(await codeOf((await test.registerTerminal()).context)).toBe(54);
    expect((await sendMany(60)).every(({ status }) => status === 200)).toBe(true);
    await test.close();
  });

  it('are all answered by a local sandbox', async () => {
    test = await openTestSandbox();
    expect((await sendMany(65)).every(({ status }) => status === 200)).toBe(true);
    await test.close();
  });
});

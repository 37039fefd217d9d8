import { afterEach, beforeEach, expect, it } from 'vitest';
import { consumePoint, refundPoint, resetLimits, shareLimits } from '../http/rate-limit';
import { forgetGlobal } from '../process-global';
import { configure } from '../testing/configure';
import { createPostgresqlDatabase, type TestDatabase } from '../testing/postgresql-database';
import { startProxy, type TcpProxy } from '../testing/tcp-proxy';
import { db } from './client';
import { limitStore } from './limit-store';

const ADDRESS = '192.0.2.1';
let database: TestDatabase;
let proxy: TcpProxy;

beforeEach(async () => {
  database = await createPostgresqlDatabase();
  proxy = await startProxy(database.url);
  configure({
    DATABASE_URL: proxy.url,
    RATE_LIMITS: 'on',
    RATE_LIMIT_SIGN_IN: '3',
    RATE_LIMIT_STATUS: '2',
    SESSION_SECRET: 'x'.repeat(32),
  });
  shareLimits(limitStore);
});

afterEach(async () => {
  await db().close();
  forgetGlobal('shop-db');
  await proxy.stop();
  await database.remove();
});

/** Forgets this process's counters, so that the next call counts as if another process with the same database made it. */
function inAnotherProcess(): void {
  resetLimits();
}

it('counts together with other processes', async () => {
  expect(await consumePoint('signIn', ADDRESS)).toBe(0);
  expect(await consumePoint('signIn', ADDRESS)).toBe(0);
  inAnotherProcess();
  expect(await consumePoint('signIn', ADDRESS)).toBe(0);
  const wait = await consumePoint('signIn', ADDRESS);
  expect(wait).toBeGreaterThan(800);
  expect(wait).toBeLessThanOrEqual(900);
  expect(await consumePoint('signIn', '192.0.2.2')).toBe(0);
  expect(await consumePoint('signInOfAll', ADDRESS)).toBe(0);
});

it('counts the failed sign-ins of one name in all processes together', async () => {
  for (let count = 0; count < 15; count++) {
    expect(await consumePoint('signInOfName', 'åsa')).toBe(0);
    if (count % 5 === 0) inAnotherProcess();
  }
  inAnotherProcess();
  expect(await consumePoint('signInOfName', 'åsa')).toBeGreaterThan(0);
  expect(await consumePoint('signInOfName', 'bo')).toBe(0);
});

it('counts every one of many concurrent requests', async () => {
  const waits = await Promise.all(Array.from({ length: 12 }, () => consumePoint('signIn', ADDRESS)));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
});

it('refunds a point that should not have counted', async () => {
  for (let i = 0; i < 5; i++) {
    expect(await consumePoint('signIn', ADDRESS)).toBe(0);
    inAnotherProcess();
    await refundPoint('signIn', ADDRESS);
  }
});

it('stores no address', async () => {
  await consumePoint('checkout', ADDRESS);
  const rows = await db().read.rateLimit.findMany();
  expect(rows).toMatchObject([{ points: 1 }]);
  expect(JSON.stringify(rows.map(({ key }) => key))).not.toContain(ADDRESS);
});

it('counts status requests in the memory of each process, without a statement', async () => {
  expect(await consumePoint('status', ADDRESS)).toBe(0);
  expect(await consumePoint('status', ADDRESS)).toBe(0);
  expect(await consumePoint('status', ADDRESS)).toBeGreaterThan(0);
  expect(await db().read.rateLimit.count()).toBe(0);
});

it('counts in memory while the database does not answer', async () => {
  expect(await consumePoint('signIn', ADDRESS)).toBe(0);
  proxy.close();
  const waits = [];
  for (let i = 0; i < 4; i++) waits.push(await consumePoint('signIn', ADDRESS));
  expect(waits.map((wait) => wait > 0)).toEqual([false, false, false, true]);
  proxy.open();
  expect(await consumePoint('signIn', ADDRESS)).toBe(0);
});

import { spawnSync } from 'node:child_process';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { db } from '../lib/db/client';
import { openShopDatabase } from '../lib/testing/shop-database';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());
afterEach(() => db().write((tx) => tx.period.deleteMany()));

const run = (...options: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/close-day.ts', ...options], {
    env: { ...process.env, SEQR_WSDL_URL: 'http://127.0.0.1:9/soap?wsdl' },
    encoding: 'utf8',
  });
const facts = { currency: 'SEK', actor: '', createdAt: new Date() } as const;

it('closes nothing if --again is about the whole shop, but only a closing of the terminal is lost', async () => {
  const lost = { scope: 'terminal', openScope: 'terminal', state: 'LOST', ...facts } as const;
  await db().write((tx) => tx.period.create({ data: { id: 'lost', ...lost } }));
  const { status, stderr } = run('--again');
  expect([status, stderr.trim()]).toEqual([
    1,
    'No closing of the whole shop is lost, so there is nothing to decide and nothing was closed. ' +
      'The lost closing is that of this terminal: add --terminal.',
  ]);
  expect(await db().read.period.findMany({ select: { id: true, state: true } })).toEqual([
    { id: 'lost', state: 'LOST' },
  ]);
}, 60_000);

it('closes nothing if another closing has the id in --period', async () => {
  const lost = { id: 'lost', scope: 'shop', openScope: 'shop', state: 'LOST', ...facts } as const;
  const other = { id: 'other', scope: 'shop', state: 'RECONCILED', transactionPeriodId: '77', ...facts } as const;
  await db().write((tx) => tx.period.createMany({ data: [{ ...lost, transactionPeriodId: null }, other] }));
  const { status, stderr } = run('--period', '77');
  expect([status, stderr.trim()]).toEqual([
    1,
    'Another closing already has the period 77, so nothing was decided and nothing was closed. ' +
      "Ask SEQR's support for the right ID.",
  ]);
  expect(await db().read.period.findUnique({ where: { id: 'lost' } })).toMatchObject({ state: 'LOST' });
  expect(await db().read.period.count()).toBe(2);
}, 60_000);

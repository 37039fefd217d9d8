import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '../lib/db/client';
import { openShopDatabase } from '../lib/testing/shop-database';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

it('closes nothing if --again is about the whole shop, but only a closing of the terminal is lost', async () => {
  const lost = { scope: 'terminal', openScope: 'terminal', state: 'LOST', currency: 'SEK', actor: '' } as const;
  await db().write((tx) => tx.period.create({ data: { id: 'lost', ...lost, createdAt: new Date() } }));
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/close-day.ts', '--again'], {
    env: { ...process.env, SEQR_WSDL_URL: 'http://127.0.0.1:9/soap?wsdl' },
    encoding: 'utf8',
  });
  expect([status, stderr.trim()]).toEqual([
    1,
    'No closing of the whole shop is lost, so there is nothing to decide and nothing was closed. ' +
      'The lost closing is that of this terminal: add --terminal.',
  ]);
  expect(await db().read.period.findMany({ select: { id: true, state: true } })).toEqual([
    { id: 'lost', state: 'LOST' },
  ]);
}, 60_000);

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { db } from '../db/client';
import { openShopDatabase } from '../testing/shop-database';
import type { Scope } from './period-states';
import { decideLostPeriod, leaveLostPeriod } from './settle-lost-period';
import { getPeriod } from './view-period';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());
beforeEach(() => db().write((tx) => tx.period.deleteMany()));

const lose = (scope: Scope) =>
  db().write((tx) =>
    tx.period.create({
      data: {
        ...{ id: scope, scope, openScope: scope, state: 'LOST', failure: 'crashed' },
        currency: 'SEK',
        actor: '',
        createdAt: new Date(),
      },
    }),
  );
const by = { source: 'merchant', name: 'npm run close-day' } as const;
const read = (id: string) =>
  db().read.period.findUniqueOrThrow({
    where: { id },
    select: { state: true, openScope: true, transactionPeriodId: true },
  });

it('leaves the lost closing of its scope, or continues it with the id', async () => {
  await lose('shop');
  await lose('terminal');
  expect(await decideLostPeriod('shop', null, by)).toEqual({ ok: true, periodId: 'shop' });
  expect(await read('shop')).toEqual({ state: 'LOST', openScope: null, transactionPeriodId: null });
  expect((await getPeriod('shop'))?.failure, 'why it is lost').toBe('crashed');
  expect(await decideLostPeriod('terminal', '77', by)).toEqual({ ok: true, periodId: 'terminal' });
  expect(await read('terminal')).toEqual({ state: 'MARKED', openScope: null, transactionPeriodId: '77' });
  const entries = await db().read.auditEntry.findMany({ orderBy: { id: 'asc' } });
  expect(entries).toMatchObject([
    { actor: by.name, subject: 'period', subjectId: 'shop', field: 'period-skipped', before: 'false', after: 'true' },
    { actor: by.name, subject: 'period', subjectId: 'terminal', field: 'transactionPeriodId', after: '"77"' },
  ]);
});

it('leaves a closing whose id was given to another one, once', async () => {
  await db().write((tx) =>
    tx.period.create({
      data: {
        ...{ id: 'shop', scope: 'shop', state: 'LOST', failure: 'wrong-id', currency: 'SEK', actor: '' },
        createdAt: new Date(),
      },
    }),
  );
  expect(await getPeriod('shop')).toMatchObject({ isBlocking: false, canBeLeft: true });
  expect(await leaveLostPeriod('shop', by)).toBe(true);
  expect(await getPeriod('shop')).toMatchObject({ state: 'LOST', failure: null, canBeLeft: false, acceptsId: true });
  expect(await leaveLostPeriod('shop', by)).toBe(false);
});

it('changes nothing if another closing has the id', async () => {
  await lose('shop');
  await lose('terminal');
  await decideLostPeriod('terminal', '77', by);
  expect(await decideLostPeriod('shop', '77', by)).toEqual({ ok: false, reason: 'taken-id' });
  expect(await read('shop')).toEqual({ state: 'LOST', openScope: 'shop', transactionPeriodId: null });
});

it('is not in the audit list if the shop itself abandons the closing', async () => {
  await lose('shop');
  const before = await db().read.auditEntry.count();
  expect(await decideLostPeriod('shop', null, { source: 'shop' })).toMatchObject({ ok: true });
  expect(await db().read.auditEntry.count()).toBe(before);
});

it.each([null, '77'])(
  'changes nothing without a lost closing, and names the other scope that has one: %s',
  async (id) => {
    expect(await decideLostPeriod('shop', id, by)).toEqual({ ok: false, reason: 'not-lost', elsewhere: null });
    await lose('terminal');
    expect(await decideLostPeriod('shop', id, by)).toEqual({ ok: false, reason: 'not-lost', elsewhere: 'terminal' });
    expect(await read('terminal')).toEqual({ state: 'LOST', openScope: 'terminal', transactionPeriodId: null });
  },
);

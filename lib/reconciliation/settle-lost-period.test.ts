import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { db } from '../db/client';
import { openShopDatabase } from '../testing/shop-database';
import type { Scope } from './period-states';
import { decideLostPeriod } from './settle-lost-period';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());
beforeEach(() => db().write((tx) => tx.period.deleteMany()));

const lose = (scope: Scope) =>
  db().write((tx) =>
    tx.period.create({
      data: { id: scope, scope, openScope: scope, state: 'LOST', currency: 'SEK', actor: '', createdAt: new Date() },
    }),
  );
const read = (id: string) =>
  db().read.period.findUniqueOrThrow({
    where: { id },
    select: { state: true, openScope: true, transactionPeriodId: true },
  });

it('leaves the lost closing of its scope, or continues it with the id', async () => {
  await lose('shop');
  await lose('terminal');
  expect(await decideLostPeriod('shop', null)).toEqual({ ok: true, periodId: 'shop' });
  expect(await read('shop')).toEqual({ state: 'LOST', openScope: null, transactionPeriodId: null });
  expect(await decideLostPeriod('terminal', '77')).toEqual({ ok: true, periodId: 'terminal' });
  expect(await read('terminal')).toEqual({ state: 'MARKED', openScope: null, transactionPeriodId: '77' });
});

it.each([null, '77'])(
  'changes nothing without a lost closing, and names the other scope that has one: %s',
  async (id) => {
    expect(await decideLostPeriod('shop', id)).toEqual({ ok: false, elsewhere: null });
    await lose('terminal');
    expect(await decideLostPeriod('shop', id)).toEqual({ ok: false, elsewhere: 'terminal' });
    expect(await read('terminal')).toEqual({ state: 'LOST', openScope: 'terminal', transactionPeriodId: null });
  },
);

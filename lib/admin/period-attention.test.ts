import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { now, secondsAfter } from '../clock';
import { db } from '../db/client';
import type { Period, PeriodState } from '../db/generated/client';
import { openShopDatabase } from '../testing/shop-database';
import { listPeriodAttention } from './period-attention';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
beforeEach(() => db().write((tx) => tx.period.deleteMany()));
afterAll(() => close());

type Case = Partial<Pick<Period, 'openScope' | 'failure' | 'attempts' | 'openCount' | 'settledCount'>>;

it('lists closings that need a decision or an id, late or refused reports, and differences, and no others', async () => {
  const nextAt = now();
  const periods: (Case & { id: string; state: PeriodState; nextAt?: Date })[] = [
    { id: 'undecided', state: 'LOST', openScope: 'shop' },
    { id: 'left', state: 'LOST' },
    { id: 'refused', state: 'REPORT_REFUSED' },
    { id: 'differs', state: 'RECONCILED', openCount: 2, settledCount: 1 },
    { id: 'settled', state: 'RECONCILED', openCount: 2, settledCount: 2 },
    { id: 'matches', state: 'RECONCILED' },
    { id: 'wrong', state: 'LOST', failure: 'wrong-id' },
    { id: 'waits', state: 'MARKED', attempts: 99, nextAt },
    { id: 'late', state: 'MARKED', attempts: 100, nextAt },
    { id: 'stopped', state: 'MARKED', failure: 'seqr:ACCESS_DENIED' },
  ];
  await db().write((tx) =>
    tx.period.createMany({
      data: periods.map((period) => ({ ...period, scope: 'shop', actor: 'Åsa', currency: 'SEK', createdAt: now() })),
    }),
  );
  const found = Object.fromEntries((await listPeriodAttention()).map(({ periodId, kind }) => [periodId, kind]));
  expect(found).toEqual({
    ...{ undecided: 'period-lost', refused: 'period-refused', differs: 'period-open' },
    ...{ wrong: 'period-wrong-id', late: 'period-waiting', stopped: 'period-waiting' },
  });
});

it('lists a failed closing until there is a later closing of the same scope', async () => {
  const add = (id: string, state: PeriodState, minute: number, terminalId: string | null = null) => {
    const scope = terminalId ? ('terminal' as const) : ('shop' as const);
    const createdAt = secondsAfter(now(), 60 * minute);
    const data = { id, state, scope, terminalId, createdAt, actor: 'Åsa', currency: 'SEK' };
    return db().write((tx) => tx.period.create({ data }));
  };
  const found = async () => (await listPeriodAttention()).map(({ periodId, kind }) => `${periodId} ${kind}`);
  await add('till', 'FAILED', 0, 'wrong');
  await add('first', 'FAILED', 1);
  await add('second', 'FAILED', 2);
  expect(await found()).toEqual(['second period-not-closed', 'till period-not-closed']);
  await add('third', 'RECONCILED', 3);
  expect(await found()).toEqual(['till period-not-closed']);
  // The terminal’s id may have been wrong, so a closing with another id also clears it.
  await add('till again', 'RECONCILED', 4, 'right');
  expect(await found()).toEqual([]);
});

it('lists a closing that blocks further closings, even if 20 newer ones need attention', async () => {
  const facts = { scope: 'shop' as const, actor: 'Åsa', currency: 'SEK' };
  const blocking = { ...facts, id: 'blocking', state: 'LOST' as const, openScope: 'shop', createdAt: now() };
  const createdAt = secondsAfter(now(), 60);
  const newer = Array.from({ length: 20 }, (_, index) => ({
    ...{ ...facts, id: `newer-${index}`, state: 'REPORT_REFUSED' as const, createdAt },
  }));
  await db().write((tx) => tx.period.createMany({ data: [blocking, ...newer] }));
  expect((await listPeriodAttention()).map(({ periodId }) => periodId)).toContain('blocking');
});

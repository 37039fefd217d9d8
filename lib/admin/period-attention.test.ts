import { afterAll, beforeAll, expect, it } from 'vitest';
import { now } from '../clock';
import { db } from '../db/client';
import type { PeriodState } from '../db/generated/client';
import { openShopDatabase } from '../testing/shop-database';
import { listPeriodAttention } from './period-attention';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

it('lists only closings that need a decision, refused reports and differences', async () => {
  const periods: { id: string; state: PeriodState; openScope?: string; openCount?: number; settledCount?: number }[] = [
    { id: 'undecided', state: 'LOST', openScope: 'shop' },
    { id: 'left', state: 'LOST' },
    { id: 'refused', state: 'REPORT_REFUSED' },
    { id: 'differs', state: 'RECONCILED', openCount: 2, settledCount: 1 },
    { id: 'settled', state: 'RECONCILED', openCount: 2, settledCount: 2 },
    { id: 'matches', state: 'RECONCILED' },
    { id: 'waits', state: 'MARKED' },
  ];
  await db().write((tx) =>
    tx.period.createMany({
      data: periods.map((period) => ({ ...period, scope: 'shop', actor: 'Åsa', currency: 'SEK', createdAt: now() })),
    }),
  );
  const found = Object.fromEntries((await listPeriodAttention()).map(({ periodId, kind }) => [periodId, kind]));
  expect(found).toEqual({ undecided: 'period-lost', refused: 'period-refused', differs: 'period-open' });
});

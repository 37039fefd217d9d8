import { afterAll, beforeAll, expect, it } from 'vitest';
import { now } from '../clock';
import { db } from '../db/client';
import { useShopDatabase } from '../testing/shop-database';
import { listPeriodAttention } from './period-attention';

let close: () => Promise<void>;
beforeAll(() => {
  close = useShopDatabase();
});
afterAll(() => close());

it('names closings that wait for a decision, refused reports and differences, and nothing else', async () => {
  const periods = [
    { id: 'undecided', state: 'LOST', openScope: 'shop' },
    { id: 'left', state: 'LOST' },
    { id: 'refused', state: 'REPORT_REFUSED' },
    { id: 'differs', state: 'RECONCILED', openCount: 2 },
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

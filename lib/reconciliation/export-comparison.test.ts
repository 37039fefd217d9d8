import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '../db/client';
import { readXlsx } from '../testing/read-xlsx';
import { openShopDatabase } from '../testing/shop-database';
import { exportComparison, exportComparisonAsXlsx } from './export-comparison';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

it('writes every line, differences first, with formulas escaped', async () => {
  const line = { outcome: 'MATCHED' as const, seqrAmount: 10_000, ourAmount: 10_000, currency: 'SEK' };
  await db().write((tx) =>
    tx.period.create({
      data: {
        id: 'a-period',
        scope: 'shop',
        state: 'RECONCILED',
        actor: 'Åsa',
        transactionPeriodId: '2026',
        createdAt: new Date(),
        currency: 'SEK',
        lines: {
          create: [
            { position: 0, ...line, ersReference: '20261126000000000010000001' },
            { position: 1, ...line, outcome: 'ONLY_AT_SEQR', ourAmount: null, seqrAmount: -500, cashierId: '=1+1' },
          ],
        },
      },
    }),
  );
  const file = await exportComparison('a-period', 'en');
  expect(file?.filename).toBe('period-2026.csv');
  expect(file?.content.trim().split('\n').slice(1)).toEqual([
    "ONLY_AT_SEQR,,,-5.00,,SEK,,,'=1+1,,",
    "MATCHED,'20261126000000000010000001,,100.00,100.00,SEK,,,,,",
  ]);
  const swedish = await exportComparison('a-period', 'sv');
  expect(swedish?.content).toContain("MATCHED;'20261126000000000010000001;;100,00;100,00;SEK;;;");
  const sheet = await exportComparisonAsXlsx('a-period', 'sv');
  expect(sheet?.filename).toBe('period-2026.xlsx');
  expect(readXlsx(sheet?.content ?? new Uint8Array())[2]?.slice(0, 5)).toEqual([
    'MATCHED',
    '20261126000000000010000001',
    null,
    100,
    100,
  ]);
});

it('returns null for an unknown period', async () => {
  expect(await exportComparison('another', 'en')).toBeNull();
});

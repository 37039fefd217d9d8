import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '../db/client';
import { getShopTexts } from '../i18n/get-shop-texts';
import { addOrder } from '../testing/orders';
import { openShopDatabase } from '../testing/shop-database';
import { lowerTotal } from './adjust-total';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

const line = (position: number) => ({
  ...{ position, kind: 'PRODUCT' as const, name: 'A', quantity: 1, unitPrice: 50_00, vatRate: 25_00, total: 50_00 },
});

async function lowered(amount: number, positions: number[]) {
  const { id } = await addOrder({ total: 100_00, language: 'sv', lines: { create: positions.map(line) } });
  await db().write((tx) => lowerTotal(tx, id, amount));
  const include = { lines: { orderBy: { position: 'asc' } } } as const;
  const order = await db().read.order.findUniqueOrThrow({ where: { id }, include });
  return { total: order.total, added: order.lines.slice(positions.length) };
}

it('lowers the total with a line for the difference, in the order’s language', async () => {
  const name = getShopTexts('sv').lines.adjustment;
  const added = { kind: 'ADJUSTMENT', name, quantity: 1, unitPrice: -9_00, vatRate: null, total: -9_00, slug: null };
  expect(await lowered(91_00, [0, 4])).toMatchObject({ total: 91_00, added: [{ ...added, position: 5 }] });
  expect(await lowered(91_00, [])).toMatchObject({ total: 91_00, added: [{ ...added, position: 0 }] });
});

it.each([100_00, 120_00])('leaves an order of 100.00 as it is if %s öre cover it', async (amount) => {
  expect(await lowered(amount, [0])).toEqual({ total: 100_00, added: [] });
});

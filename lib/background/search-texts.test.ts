import { afterAll, beforeAll, expect, it } from 'vitest';
import { listOrders } from '../admin/list-orders';
import { parseOrderFilter } from '../admin/order-filter';
import { db } from '../db/client';
import { writeLines } from '../orders/change-lines';
import { SEARCH_VERSION } from '../orders/search-text';
import { signedIn } from '../testing/admin-session';
import { addOrder } from '../testing/orders';
import { openShopDatabase } from '../testing/shop-database';
import { refreshSearchTexts } from './search-texts';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

const find = async (q: string) =>
  (await listOrders(signedIn(), parseOrderFilter({ q }))).orders.map(({ number }) => number);

it('finds orders of an earlier release by city, product and article number after their texts are rewritten', async () => {
  const numbers = Array.from({ length: 130 }, (_, index) => 5_000 + index);
  for (const number of numbers) await addOrder({ number, city: 'Kiruna' });
  const { id } = await db().read.order.findUniqueOrThrow({ where: { number: 5_007 } });
  const line = {
    orderId: id,
    position: 0,
    kind: 'PRODUCT',
    sku: 'UF-120',
    quantity: 1,
    unitPrice: 1,
    total: 1,
  } as const;
  await db().write((tx) => tx.orderLine.create({ data: { ...line, slug: 'wool-blanket', name: 'Ullfilt' } }));
  await db().write((tx) => tx.order.updateMany({ data: { searchText: 'old', searchVersion: 0 } }));
  expect(await find('kiruna')).toEqual([]);
  await refreshSearchTexts();
  expect(await find('kiruna')).toHaveLength(25);
  expect(await find('ullfilt')).toEqual([5_007]);
  expect(await find('uf-120')).toEqual([5_007]);
  expect(await db().read.order.count({ where: { searchVersion: { lt: SEARCH_VERSION } } })).toBe(0);
});

it('no longer finds an order by a product that was removed from it', async () => {
  const kept = { position: 0, kind: 'PRODUCT', sku: null, quantity: 1, unitPrice: 1, vatRate: 0, total: 1 } as const;
  const lines = [
    { ...kept, slug: 'oak-bowl', name: 'Oak bowl' },
    { ...kept, position: 1, slug: 'ash-spoon', name: 'Ash spoon' },
  ];
  const { id } = await addOrder({ number: 6_000, total: 2, awaitsReview: true, lines: { create: lines } }, lines);
  expect(await find('ash spoon')).toEqual([6_000]);
  const after = { lines: lines.slice(0, 1), total: 1 };
  await db().write((tx) => writeLines(tx, id, { lines, total: 2, awaitsReview: true }, after));
  await refreshSearchTexts();
  expect([await find('ash spoon'), await find('oak bowl')]).toEqual([[], [6_000]]);
});

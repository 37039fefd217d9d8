import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { onStockChange } from '../catalogue/stock-changes';
import { db, type Tx } from '../db/client';
import { newKey } from '../ids';
import { log } from '../log';
import { addProducts, openShopDatabase, stockOf } from '../testing/shop-database';
import { releaseStock, reserveStock, returnStock, type StockItem, sellStock } from './stock';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());
afterEach(() => vi.restoreAllMocks());

async function reserved(quantity: number) {
  const slug = newKey();
  await addProducts([{ slug, stock: 5 }]);
  await db().write((tx) => reserveStock(tx, [{ slug, quantity }]));
  return slug;
}

describe('reserveStock', () => {
  it('returns the first product that is unpublished or has too few units', async () => {
    const key = newKey();
    const [enough, few, unpublished] = [`a-${key}`, `b-${key}`, `c-${key}`] as const;
    await addProducts([{ slug: enough }, { slug: few, stock: 1 }, { slug: unpublished, published: false }]);
    const reserve = (slugs: string[]) => {
      const items = slugs.map((slug) => ({ slug, quantity: 2 }));
      return db().write((tx) => reserveStock(tx, items));
    };
    expect(await reserve([unpublished])).toBe(unpublished);
    expect(await reserve([unpublished, few])).toBe(few);
    expect(await reserve([enough])).toBeNull();
    expect(await stockOf(enough)).toEqual({ stock: 8, reserved: 2, sold: 0 });
  });
});

it('announces a product when its availability changes, and not before the commit', async () => {
  const changes: unknown[] = [];
  const unsubscribe = onStockChange((change) => changes.push(change));
  const slug = newKey();
  await addProducts([{ slug, stock: 8 }]);
  const write = (run: (tx: Tx, items: StockItem[]) => Promise<unknown>, quantity: number) =>
    db().write((tx) => run(tx, [{ slug, quantity }]));
  const change = { kind: 'stock', category: 'things', slug };
  await write(reserveStock, 2);
  expect(changes).toEqual([]);
  await write(reserveStock, 6);
  expect(changes).toEqual([change]);
  await write(releaseStock, 1);
  expect(changes).toEqual([change, change]);
  const returnSold = (tx: Tx, items: StockItem[]) => returnStock(tx, items, { source: 'shop' }, '');
  const rollBack = (run: (tx: Tx, items: StockItem[]) => Promise<unknown>) =>
    expect(
      write(async (tx, items) => {
        await run(tx, items);
        throw new Error('rolled back');
      }, 1),
    ).rejects.toThrow('rolled back');
  await write(sellStock, 1);
  for (const run of [reserveStock, releaseStock, returnSold]) await rollBack(run);
  expect(changes).toEqual([change, change]);
  await write(returnSold, 1);
  expect(changes).toEqual([change, change, change]);
  unsubscribe();
});

describe.each([
  ['releaseStock', releaseStock, 'not released', { stock: 4, reserved: 1, sold: 0 }],
  ['sellStock', sellStock, 'not sold', { stock: 2, reserved: 1, sold: 2 }],
] as const)('%s', (_, change, message, after) => {
  it('changes the reserved units and logs nothing', async () => {
    const error = vi.spyOn(log, 'error').mockImplementation(() => {});
    const slug = await reserved(3);
    await db().write((tx) => change(tx, [{ slug, quantity: 2 }]));
    expect(await stockOf(slug)).toEqual(after);
    expect(error).not.toHaveBeenCalled();
  });

  it('changes nothing and logs an error if fewer units are reserved, but changes the other products', async () => {
    const error = vi.spyOn(log, 'error').mockImplementation(() => {});
    const [few, enough] = [await reserved(1), await reserved(3)];
    const items = [few, enough].map((slug) => ({ slug, quantity: 2 }));
    await db().write((tx) => change(tx, items));
    expect(await stockOf(few)).toEqual({ stock: 4, reserved: 1, sold: 0 });
    expect(await stockOf(enough)).toEqual(after);
    expect(error.mock.calls).toEqual([[{ slug: few, quantity: 2 }, expect.stringContaining(message)]]);
  });

  it('logs nothing for a write that is rolled back', async () => {
    const error = vi.spyOn(log, 'error').mockImplementation(() => {});
    const slug = await reserved(1);
    const write = db().write(async (tx) => {
      await change(tx, [{ slug, quantity: 2 }]);
      throw new Error('rolled back');
    });
    await expect(write).rejects.toThrow('rolled back');
    expect(error).not.toHaveBeenCalled();
  });
});

import { expect, it } from 'vitest';
import { db } from '../db/client';
import { onEachDatabase } from '../testing/on-each-database';
import { addProducts, stockOf } from '../testing/shop-database';
import { restockSoldOut } from './restock';

onEachDatabase(() => {
  it('adds units to products that visitors have bought up, and returns the changes that pages must show', async () => {
    await addProducts([
      { slug: 'bought', stock: 0 },
      { slug: 'reserved', stock: 0 },
      { slug: 'never-there', stock: 0 },
      { slug: 'off-sale', stock: 0, published: false },
      { slug: 'left', stock: 1 },
    ]);
    await db().write(async (tx) => {
      await tx.product.updateMany({ where: { slug: { in: ['bought', 'off-sale', 'left'] } }, data: { sold: 7 } });
      await tx.product.update({ where: { slug: 'reserved' }, data: { reserved: 2 } });
    });
    const change = { kind: 'stock', category: 'things' };
    expect(await restockSoldOut()).toEqual([
      { ...change, slug: 'bought' },
      { ...change, slug: 'reserved' },
    ]);
    expect(await stockOf('bought')).toEqual({ stock: 25, reserved: 0, sold: 7 });
    expect(await stockOf('reserved')).toEqual({ stock: 25, reserved: 2, sold: 0 });
    expect(await stockOf('never-there')).toEqual({ stock: 0, reserved: 0, sold: 0 });
    expect(await stockOf('off-sale')).toEqual({ stock: 0, reserved: 0, sold: 7 });
    expect(await stockOf('left')).toEqual({ stock: 1, reserved: 0, sold: 7 });
    expect(await restockSoldOut()).toEqual([]);
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '../db/client';
import { addProducts, openShopDatabase } from '../testing/shop-database';
import { withSiblings } from './sibling-changes';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
  await addProducts([{ slug: 'small' }, { slug: 'large' }, { slug: 'bowl' }]);
  const where = { slug: { in: ['small', 'large'] } };
  await db().write((tx) => tx.product.updateMany({ where, data: { family: 'shirt' } }));
});
afterAll(() => close());

it('a variant’s stock is shown on the pages of all variants', async () => {
  const changes = await withSiblings({ kind: 'stock', category: 'things', slug: 'small' });
  expect(changes).toHaveLength(2);
  for (const slug of ['small', 'large']) expect(changes).toContainEqual({ kind: 'stock', category: 'things', slug });
});

it.each([
  { kind: 'stock', category: 'things', slug: 'bowl' },
  { kind: 'stock', category: 'things', slug: 'gone' },
  { kind: 'product', category: 'things' },
  { kind: 'all' },
] as const)('%j concerns no other variant', async (change) => {
  expect(await withSiblings(change)).toEqual([change]);
});

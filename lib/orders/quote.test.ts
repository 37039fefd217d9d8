import { afterAll, beforeAll, expect, it } from 'vitest';
import { now } from '../clock';
import { db } from '../db/client';
import { addProducts, openShopDatabase } from '../testing/shop-database';
import { quoteOrder } from './quote';

let close: () => Promise<void>;

beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

it('names products that are no longer for sale, but not drafts', async () => {
  const slugs = ['archived', 'once-sold', 'draft'];
  await addProducts(slugs.map((slug) => ({ slug, published: false })));
  await db().write(async (tx) => {
    await tx.product.update({ where: { slug: 'archived' }, data: { archivedAt: now() } });
    await tx.product.update({ where: { slug: 'once-sold' }, data: { sold: 1 } });
    for (const slug of slugs) await tx.productText.updateMany({ where: { productSlug: slug }, data: { name: slug } });
  });
  const items = [...slugs, 'deleted'].map((slug) => ({ slug, quantity: 1 }));
  const { lines, ok } = await quoteOrder(items, 'standard', 'en');
  expect(ok).toBe(false);
  expect(lines.map(({ name, problem }) => [name, problem])).toEqual([
    ['archived', 'unknown'],
    ['once-sold', 'unknown'],
    ['', 'unknown'],
    ['', 'unknown'],
  ]);
});

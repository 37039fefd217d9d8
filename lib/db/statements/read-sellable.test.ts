import { beforeAll, expect, it } from 'vitest';
import { merchant } from '../../merchant';
import { onEachDatabase } from '../../testing/on-each-database';
import { addProducts } from '../../testing/shop-database';
import { db } from '../client';
import { readSellable } from './read-sellable';

onEachDatabase(() => {
  beforeAll(async () => {
    await addProducts([
      { slug: 'mug', price: 289_00, stock: 0 },
      { slug: 'jar', vatRate: 6_00 },
      { slug: 'draft', published: false },
      { slug: 'dollars' },
      { slug: 'nameless' },
      { slug: 'other' },
    ]);
    await db().write(async (tx) => {
      await tx.product.update({ where: { slug: 'mug' }, data: { sku: 'A-1' } });
      await tx.product.update({ where: { slug: 'dollars' }, data: { currency: 'USD' } });
      await tx.productText.deleteMany({ where: { productSlug: 'nameless' } });
    });
  });
  it.each([[['en']], [['sv', 'en']], [['de']]])(
    'reads the same products and texts as Prisma, in %s',
    async (languages) => {
      const slugs = ['mug', 'jar', 'draft', 'dollars', 'nameless', 'unknown'];
      const rows = await readSellable(db().read, slugs, merchant.currency, languages);
      const expected = await db().read.product.findMany({
        where: { slug: { in: slugs }, published: true, currency: merchant.currency },
        select: {
          ...{ slug: true, sku: true, image: true, price: true, currency: true, vatRate: true, stock: true },
          texts: { where: { language: { in: languages } }, select: { language: true, name: true, options: true } },
        },
      });
      expect(expected).toHaveLength(3);
      const sorted = (products: typeof rows) =>
        products
          .map((product) => ({
            ...product,
            texts: product.texts.toSorted((a, b) => (a.language < b.language ? -1 : 1)),
          }))
          .sort((a, b) => (a.slug < b.slug ? -1 : 1));
      expect(sorted(rows)).toEqual(sorted(expected));
    },
  );

  it('reads nothing for an empty cart', async () => {
    expect(await readSellable(db().read, [], merchant.currency, ['en'])).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refreshProductSearch } from '../../background/product-search';
import { db } from '../../db/client';
import { signedIn } from '../../testing/admin-session';
import { addProducts, openShopDatabase } from '../../testing/shop-database';
import { listProductPage, parseProductFilter } from './list-product-page';
import { setArchived } from './product-actions';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
  await addProducts([
    { slug: 'first' },
    { slug: 'second' },
    { slug: 'draft', published: false },
    { slug: 'old' },
    { slug: 'foreign' },
  ]);
  await setArchived(signedIn(), 'old', true);
  await db().write(async (tx) => {
    await tx.category.create({ data: { slug: 'zz', position: -1 } });
    await tx.product.update({ where: { slug: 'second' }, data: { categorySlug: 'zz', sku: 'Nr/7_a' } });
    await tx.product.update({ where: { slug: 'foreign' }, data: { currency: 'EUR' } });
    const where = { productSlug_language: { productSlug: 'first', language: 'sv' } };
    await tx.productText.update({ where, data: { name: '100 % Åkerbär\u00adssylt' } });
  });
});
afterAll(() => close());

const list = async (query: Record<string, string>, size?: number) => {
  const { products, hasMore } = await listProductPage(signedIn(), 'en', parseProductFilter(query), size);
  return [...products.map(({ slug }) => slug), ...(hasMore ? ['…'] : [])];
};

describe('the product list', () => {
  it.each([
    [{}, ['second', 'draft', 'first', 'foreign']],
    [{ tab: 'on-sale' }, ['second', 'first']],
    [{ tab: 'off-sale' }, ['draft', 'foreign']],
    [{ tab: 'archived' }, ['old']],
    [{ tab: 'nonsense', page: '-1' }, ['second', 'draft', 'first', 'foreign']],
    [{ category: 'zz' }, ['second']],
    [{ category: 'none' }, []],
    [{ category: 'things', tab: 'on-sale' }, ['first']],
  ])('lists the products for %j in the shop’s order', async (query, slugs) => {
    expect(await list(query)).toEqual(slugs);
  });

  const searches: [string, string[]][] = [
    ['åkerbärssylt', ['first']],
    ['AKERBARS', ['first']],
    ['100 %', ['first']],
    ['%', ['first']],
    ['_', ['second']],
    ['nr/7', ['second']],
    ['SECOND', ['second']],
    ["'; DROP", []],
    ['x'.repeat(10_000), []],
  ];
  it.each(searches)('finds %s by name, address or article number', async (q, slugs) => {
    expect(await list({ q })).toEqual(slugs);
  });

  it('finds the same after the worker has indexed the products', async () => {
    await refreshProductSearch();
    for (const [q, slugs] of searches) expect([q, await list({ q })]).toEqual([q, slugs]);
  });

  it('has pages', async () => {
    expect(await list({}, 3)).toEqual(['second', 'draft', 'first', '…']);
    expect(await list({}, 1)).toEqual(['second', '…']);
    expect(await list({ page: '2' }, 1)).toEqual(['draft', '…']);
    expect(await list({ page: '2' }, 3)).toEqual(['foreign']);
    expect(await list({ page: '3', q: 'f' }, 1)).toEqual(['foreign']);
    expect(await list({ page: '9999' }, 3)).toEqual([]);
  });

  it('shows names, states and prices', async () => {
    const { products } = await listProductPage(signedIn(), 'sv', parseProductFilter({ q: 'first' }));
    expect(products).toMatchObject([
      { name: '100 % Åkerbär\u00adssylt', category: 'things', isOnSale: true, isArchived: false, stock: 10 },
    ]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '../../db/client';
import { signedIn } from '../../testing/admin-session';
import { addProducts, openShopDatabase } from '../../testing/shop-database';
import { listProductPage, parseProductFilter } from './list-product-page';
import { moveCategory, moveProduct } from './positions';
import { setArchived } from './product-actions';
import { addCategory, deleteCategory } from './save-category';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
beforeEach(async () => {
  await db().write(async (tx) => {
    await tx.product.deleteMany();
    await tx.category.deleteMany();
  });
  // All have position 0, as after a manual import.
  await addProducts(['a', 'b', 'c', 'd'].map((slug) => ({ slug })));
});
afterAll(() => close());

const order = async () => {
  const { products } = await listProductPage(signedIn(), 'en', parseProductFilter({}));
  return products.map(({ slug }) => slug).join('');
};
const move = (slug: string, direction: 'up' | 'down') =>
  moveProduct(signedIn(), { slug, categorySlug: 'things' }, direction);

describe('moving a product', () => {
  it('swaps places with its neighbour, and records the move', async () => {
    expect(await move('c', 'up')).toBe('things');
    expect(await order()).toBe('acbd');
    await move('a', 'down');
    expect(await order()).toBe('cabd');
    const entries = await db().read.auditEntry.findMany({ where: { field: 'position' }, orderBy: { id: 'asc' } });
    expect(entries.slice(-2).map(({ subjectId, before, after }) => [subjectId, before, after])).toEqual([
      ['c', '3', '2'],
      ['a', '1', '2'],
    ]);
  });

  it('changes nothing at the end of the list', async () => {
    await move('a', 'up');
    await move('d', 'down');
    expect(await order()).toBe('abcd');
  });

  it('skips archived products, which no list shows', async () => {
    await setArchived(signedIn(), 'b', true);
    await move('c', 'up');
    expect(await order()).toBe('cad');
  });

  it('is refused in a category that the product is not in', async () => {
    expect(await moveProduct(signedIn(), { slug: 'a', categorySlug: 'other' }, 'up')).toBeNull();
    expect(await move('no-such', 'up')).toBeNull();
  });

  it('gives every product its own position if several people move products concurrently', async () => {
    await Promise.all([move('a', 'down'), move('d', 'up'), move('b', 'down'), move('c', 'up'), move('a', 'down')]);
    const rows = await db().read.product.findMany({ orderBy: { position: 'asc' } });
    expect(rows.map(({ position }) => position)).toEqual([0, 1, 2, 3]);
    expect([...(await order())].sort().join('')).toBe('abcd');
  });
});

describe('moving a category', () => {
  const slugs = async () =>
    (await db().read.category.findMany({ orderBy: [{ position: 'asc' }, { slug: 'asc' }] })).map(({ slug }) => slug);

  it('swaps places with its neighbour', async () => {
    for (const name of ['One', 'Two']) await addCategory(signedIn(), { 'name-en': name, 'name-sv': name });
    expect(await slugs()).toEqual(['things', 'one', 'two']);
    expect(await moveCategory(signedIn(), 'two', 'up')).toBe(true);
    expect(await slugs()).toEqual(['things', 'two', 'one']);
    expect(await moveCategory(signedIn(), 'things', 'up')).toBe(true);
    expect(await moveCategory(signedIn(), 'no-such', 'up')).toBe(false);
    await Promise.all([moveCategory(signedIn(), 'two', 'up'), moveCategory(signedIn(), 'one', 'up')]);
    expect((await slugs()).sort()).toEqual(['one', 'things', 'two']);
    expect(await db().read.auditEntry.findFirst({ where: { subject: 'category', field: 'position' } })).toMatchObject({
      ...{ subjectId: 'two', before: '3', after: '2' },
    });
    expect(await deleteCategory(signedIn(), 'two')).toBe(true);
  });
});

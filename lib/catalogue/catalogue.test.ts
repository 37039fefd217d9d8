import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '../db/client';
import { openShopDatabase } from '../testing/shop-database';
import { getCategory } from './get-category';
import { getProduct } from './get-product';
import { listCategories, listShownCategories } from './list-categories';
import { countProducts, listProducts, listProductsBySlug } from './list-products';
import { listShelves } from './list-shelves';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
  await db().write(async (tx) => {
    await tx.category.create({ data: category('late-category', 20) });
    await tx.category.create({ data: category('early-category', 10) });
    await tx.category.create({ data: category('empty-category', 5) });
    for (const fields of products) await tx.product.create({ data: product(fields) });
  });
});
afterAll(() => close());

const category = (slug: string, position: number) => ({
  slug,
  position,
  texts: {
    create: [
      { language: 'en', name: `${slug} en`, intro: '' },
      ...(slug === 'early-category' ? [{ language: 'sv', name: `${slug} sv`, intro: '' }] : []),
    ],
  },
});

type Given = { slug: string; categorySlug: string; position: number; stock?: number; published?: boolean };

const products: Given[] = [
  { slug: 'second', categorySlug: 'early-category', position: 2, stock: 2 },
  { slug: 'first', categorySlug: 'early-category', position: 1, stock: 30 },
  { slug: 'third', categorySlug: 'late-category', position: 1, stock: 0 },
  { slug: 'hidden', categorySlug: 'late-category', position: 0, published: false },
];

const texts = (language: string, slug: string) => ({
  language,
  name: `</script> ${slug} ${language}`,
  summary: '',
  description: '',
  imageAlt: '',
});

const product = ({ stock = 9, published = true, ...fields }: Given) => ({
  ...fields,
  stock,
  published,
  image: `/products/${fields.slug}.svg`,
  price: 125_50,
  currency: 'SEK',
  vatRate: 25_00,
  texts: {
    create: [texts('en', fields.slug), ...(fields.slug === 'third' ? [] : [texts('sv', fields.slug)])],
  },
});

const slugs = (list: readonly { slug: string }[]) => list.map(({ slug }) => slug);

describe('the catalogue', () => {
  it('lists categories and published products in the merchant’s order', async () => {
    const categories = slugs(await listCategories('en'));
    expect(categories.indexOf('early-category')).toBeLessThan(categories.indexOf('late-category'));
    expect(slugs(await listProducts('en', 'early-category', 9))).toEqual(['first', 'second']);
    expect(slugs(await listProducts('en', 'early-category', 1))).toEqual(['first']);
    expect(await listProducts('en', 'no-such-category', 9)).toEqual([]);
    const shelves = await listShelves('en', 1);
    expect(shelves.map(({ category, count, first }) => [category.slug, count, slugs(first)])).toEqual([
      ['early-category', 2, ['first']],
      ['late-category', 1, ['third']],
    ]);
  });

  it('shows only categories with a listed product that has a text in the language', async () => {
    const shown = async (language: 'en' | 'sv') => slugs(await listShownCategories(language));
    expect(await shown('en')).toEqual(['early-category', 'late-category']);
    expect(await shown('sv')).toEqual(['early-category']);
    const withdraw = (published: boolean) =>
      db().write((tx) => tx.product.update({ where: { slug: 'third' }, data: { published } }));
    await withdraw(false);
    expect(await shown('en')).toEqual(['early-category']);
    expect(slugs(await listCategories('en'))).toContain('late-category');
    expect(await getCategory('en', 'late-category')).toMatchObject({ name: 'late-category en' });
    await withdraw(true);
  });

  it('highlights only products in stock, and a family only if one of its variants is', async () => {
    const inStock = async () => (await listShelves('en', 2)).map((shelf) => slugs(shelf.inStock));
    expect(await inStock()).toEqual([['first', 'second'], []]);
    const family = { categorySlug: 'late-category', stock: 0 };
    await db().write(async (tx) => {
      for (const [position, slug] of ['shirt-s', 'shirt-m'].entries()) {
        const data = product({ ...family, slug, position: 5 + position });
        await tx.product.create({ data: { ...data, family: 'shirt', listed: position === 0 } });
      }
    });
    expect(await inStock()).toEqual([['first', 'second'], []]);
    await db().write((tx) => tx.product.update({ where: { slug: 'shirt-m' }, data: { stock: 3 } }));
    expect(await inStock()).toEqual([['first', 'second'], ['shirt-s']]);
    await db().write((tx) => tx.product.deleteMany({ where: { family: 'shirt' } }));
  });

  it('lists only products and categories that have a text in the language', async () => {
    expect(slugs(await listProducts('sv', 'early-category', 9))).toEqual(['first', 'second']);
    expect(await listProducts('sv', 'late-category', 9)).toEqual([]);
    expect(await countProducts('sv')).toEqual(new Map([['early-category', 2]]));
    expect(await getProduct('sv', 'third')).toBeNull();
    expect(await getCategory('sv', 'late-category')).toBeNull();
    expect(await getCategory('sv', 'early-category')).toMatchObject({ name: 'early-category sv' });
  });

  it('returns a product’s price, availability and unchanged name', async () => {
    expect(await getProduct('en', 'second')).toMatchObject({
      name: '</script> second en',
      price: { amount: 125_50, currency: 'SEK' },
      vatRate: 25_00,
      stock: 2,
      availability: { state: 'few', left: 2 },
    });
    expect((await getProduct('en', 'first'))?.availability).toEqual({ state: 'in-stock' });
    expect((await getProduct('en', 'third'))?.availability).toEqual({ state: 'sold-out' });
  });

  it('returns null for unknown and unpublished products', async () => {
    for (const slug of ['hidden', 'nope', '', "' OR 1=1 --", '%']) expect(await getProduct('en', slug)).toBeNull();
    expect(slugs(await listProductsBySlug('en', ['nope', 'third', 'hidden', 'first']))).toEqual(['first', 'third']);
    expect(await listProductsBySlug('en', [])).toEqual([]);
  });
});

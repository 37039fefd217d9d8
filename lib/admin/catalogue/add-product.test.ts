import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../../prisma/shop/seed/seed-catalogue';
import { listProductsBySlug } from '../../catalogue/list-products';
import { db } from '../../db/client';
import { newKey } from '../../ids';
import { suggestProducts } from '../../search/search-products';
import { signedIn } from '../../testing/admin-session';
import { addOrder } from '../../testing/orders';
import { addProducts, openShopDatabase } from '../../testing/shop-database';
import { getProductDetails } from '../get-product-details';
import { addProduct } from './add-product';
import { addCategory } from './save-category';
import { saveProduct } from './save-product';

let close: () => Promise<void>;
let serial = 0;

beforeAll(async () => {
  close = await openShopDatabase();
  await addProducts([{ slug: 'existing', published: false }]);
  const names = { 'name-en': 'Boxes', 'name-sv': 'Askar' };
  expect(await addCategory(signedIn(), names)).toEqual({ ok: true, slug: 'boxes' });
});
afterAll(() => close());

const form = () => ({
  'name-en': `Box ${++serial}`,
  'name-sv': `Ask ${serial}`,
  category: 'boxes',
  vatRate: '1200',
  price: '45,50',
  stock: '7',
});
const add = (change: Record<string, string> = {}) => addProduct(signedIn('Bo'), { ...form(), ...change });
const refused = (problem: string) => ({ ok: false, problems: [problem] });

describe('a new product', () => {
  it('has the given values, is not on sale, and is recorded in the audit list', async () => {
    expect(await add({ sku: 'BOX/1.a' })).toMatchObject({ ok: true, slug: `box-${serial}`, categories: ['boxes'] });
    const slug = `box-${serial}`;
    expect(await getProductDetails(signedIn(), slug)).toMatchObject({
      ...{ sku: 'BOX/1.a', categorySlug: 'boxes', vatRate: 12_00, stock: 7, image: '', published: false },
      ...{ archived: false, price: { amount: 45_50, currency: 'SEK' }, version: 0 },
      texts: { en: { name: `Box ${serial}`, description: '' }, sv: { name: `Ask ${serial}` } },
    });
    const entries = await db().read.auditEntry.findMany({ where: { subjectId: slug } });
    expect(entries.every(({ before, actor }) => before === null && actor === 'Bo')).toBe(true);
    expect(entries.map(({ field, part }) => [field, part].filter(Boolean).join('-')).sort()).toEqual(
      ['categorySlug', 'name-en', 'name-sv', 'price', 'sku', 'stock', 'vatRate'].sort(),
    );
    expect(await listProductsBySlug('en', [slug])).toEqual([]);
  });

  it('comes last in its category, and needs neither price nor stock', async () => {
    const { slug: first } = Object(await add({ price: '', stock: '' }));
    const { slug: second } = Object(await add());
    const rows = await db().read.product.findMany({
      where: { slug: { in: [first, second] } },
      orderBy: { slug: 'asc' },
    });
    expect(rows.map(({ position }) => position)).toEqual([rows[0]?.position, (rows[0]?.position ?? 0) + 1]);
    expect(rows[0]).toMatchObject({ price: 0, stock: 0 });
  });

  it('gets the typed address, or one made from the first name that has Latin letters', async () => {
    expect(await add({ slug: 'my-box' })).toMatchObject({ slug: 'my-box' });
    expect(await add({ 'name-en': '漆器', 'name-sv': 'Lackask' })).toMatchObject({ slug: 'lackask' });
  });

  it.each([
    ['slug', { slug: 'Not a slug' }],
    ['slug', { slug: 'new' }],
    ['slug', { 'name-en': '漆器', 'name-sv': '漆器' }],
    ['slug-taken', { slug: 'existing' }],
    ['price', { price: '1e3' }],
    ['price', { price: '-1' }],
    ['price-high', { price: '999 999 999' }],
    ['stock', { stock: '1.5' }],
    ['vat', { vatRate: '1300' }],
    ['vat', { vatRate: '' }],
    ['category-unknown', { category: 'no-such' }],
    ['sku', { sku: 'a b' }],
    ['sku', { sku: '-a' }],
    ['sku', { sku: 'å' }],
    ['sku', { sku: 'x'.repeat(41) }],
    ['text', { 'name-sv': 'x'.repeat(121) }],
    ['text', { slug: 'nameless', 'name-en': '', 'name-sv': '' }],
    ['text', { slug: 'nameless', 'name-sv': ' ' }],
    ['text', { slug: 'nameless', 'name-en': '\u200b\u200d', 'name-sv': '\u3164' }],
  ])('is refused with a bad %s: %j', async (problem, change) => {
    const before = await db().read.product.count();
    expect(await add(change)).toMatchObject(refused(problem));
    expect(await db().read.product.count()).toBe(before);
  });

  it('is refused if another product has the article number, also in a race', async () => {
    expect(await add({ sku: 'TAKEN' })).toMatchObject({ ok: true });
    expect(await add({ sku: 'TAKEN' })).toMatchObject(refused('sku-taken'));
    expect(await add({ sku: 'taken' })).toMatchObject({ ok: true });
    const both = await Promise.all([add({ sku: 'RACE' }), add({ sku: 'RACE' })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('cannot take the address of a deleted product that an order contains', async () => {
    const { id } = await addOrder();
    const line = { orderId: id, position: 0, kind: 'PRODUCT', slug: 'long-gone', name: 'Gone', quantity: 1 } as const;
    await db().write((tx) => tx.orderLine.create({ data: { ...line, unitPrice: 1, vatRate: 25_00, total: 1 } }));
    expect(await add({ slug: 'long-gone' })).toMatchObject(refused('slug-ordered'));
  });

  it('is created once if two people choose the same address', async () => {
    const both = await Promise.all([add({ slug: 'wanted' }), add({ slug: 'wanted' })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, problems: ['slug-taken'], missing: [] });
  });

  it('belongs to the merchant even if a demo product once had its address: the seed leaves it unchanged', async () => {
    await db().write((tx) => tx.seededGood.create({ data: { slug: 'once-demo', demoDigest: 'x' } }));
    await add({ slug: 'once-demo', price: '12' });
    expect(await db().read.seededGood.findUnique({ where: { slug: 'once-demo' } })).toMatchObject({ demoDigest: null });
    await db().write((tx) => seedCatalogue(tx, []));
    expect(await getProductDetails(signedIn(), 'once-demo')).toMatchObject({ price: { amount: 12_00 } });
  });
});

describe('putting a product on sale', () => {
  const texts = { 'description-en': 'Square.', 'description-sv': 'Fyrkantig.' };
  const publish = async (slug: string, change: Record<string, string> = {}) => {
    const product = await getProductDetails(signedIn(), slug);
    const { en, sv } = product?.texts ?? {};
    const names = { 'name-en': en?.name ?? '', 'name-sv': sv?.name ?? '', ...texts };
    const shown = { version: String(product?.version), stock: '7', shownStock: '7', price: '45', published: 'on' };
    return saveProduct(signedIn(), slug, { ...shown, ...names, ...change }, []);
  };

  it('works once nothing is missing', async () => {
    const slug = newKey()
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '');
    await add({ slug });
    expect(await publish(slug)).toMatchObject({ ok: true });
    expect(await listProductsBySlug('sv', [slug])).toHaveLength(1);
    expect(await suggestProducts('sv', slug)).toMatchObject([{ slug }]);
  });

  it('is refused with a list of all that is missing', async () => {
    const { slug } = Object(await add({ category: 'things', price: '' }));
    expect(await publish(slug, { price: '', 'description-sv': '' })).toEqual({
      ok: false,
      problems: ['price', 'text', 'category'],
      missing: [
        { what: 'price' },
        { what: 'text', language: 'sv' },
        { what: 'category', language: 'en' },
        { what: 'category', language: 'sv' },
      ],
    });
    expect(await publish(slug)).toMatchObject({ problems: ['category'] });
    expect(await getProductDetails(signedIn(), slug)).toMatchObject({ published: false, version: 0 });
  });

  it('is refused in a category without texts, and so is moving a product on sale into one', async () => {
    const { slug } = Object(await add());
    expect(await publish(slug)).toMatchObject({ ok: true });
    expect(await publish(slug, { category: 'things' })).toMatchObject({ ok: false, problems: ['category'] });
    expect(await publish(slug, { category: 'no-such' })).toMatchObject({ ok: false, problems: ['category-unknown'] });
    expect(await getProductDetails(signedIn(), slug)).toMatchObject({ categorySlug: 'boxes', published: true });
  });

  it('does not stop later changes, even if the category has no texts', async () => {
    await addProducts([{ slug: 'on-sale-already' }]);
    expect(
      await publish('on-sale-already', { stock: '10', shownStock: '10', 'name-en': 'A', 'name-sv': 'A' }),
    ).toMatchObject({ ok: true });
  });

  it('allows a new category, VAT rate and article number, each recorded in the audit list', async () => {
    await addCategory(signedIn(), { 'name-en': 'Tins', 'name-sv': 'Burkar' });
    const { slug } = Object(await add());
    await publish(slug);
    const change = { category: 'tins', vatRate: '600', sku: ` MOVED-${slug} ` };
    expect(await publish(slug, change)).toEqual({ ok: true, slug, categories: ['boxes', 'tins'] });
    expect(await getProductDetails(signedIn(), slug)).toMatchObject({
      ...{ categorySlug: 'tins', vatRate: 6_00, sku: `MOVED-${slug}` },
    });
    const entries = await db().read.auditEntry.findMany({ where: { subjectId: slug, before: { not: null } } });
    expect(entries.map(({ field, after }) => [field, after])).toEqual(
      expect.arrayContaining([
        ['categorySlug', '"tins"'],
        ['vatRate', '600'],
      ]),
    );
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '../db/client';
import { reserveStock } from '../orders/stock';
import { signedIn } from '../testing/admin-session';
import { addProducts, useShopDatabase } from '../testing/shop-database';
import { getProductDetails } from './get-product-details';
import { saveProduct } from './save-product';
import type { Session } from './session';

let close: () => Promise<void>;
let session: Session;
let slug: string;
let serial = 0;

beforeAll(() => {
  close = useShopDatabase();
  session = signedIn();
});
beforeEach(async () => {
  slug = `p${serial++}`;
  await addProducts([{ slug, price: 100_00, stock: 10 }]);
});
afterAll(() => close());

const form = {
  price: '129,50',
  stock: '12',
  shownStock: '10',
  image: '/products/a.svg',
  published: 'on',
  'name-en': 'Mug',
  'name-sv': 'Mugg',
  'summary-en': 'For coffee',
  'summary-sv': 'För kaffe',
  'description-en': 'Line one\r\n\r\nLine two',
  'description-sv': '<script>alert(1)</script>',
  'imageAlt-en': 'A mug',
  'imageAlt-sv': 'En mugg',
};
const images = ['/products/a.svg'];
const save = (change: Record<string, string> = {}) => saveProduct(session, slug, { ...form, ...change }, images);

describe('saving a product', () => {
  it('changes all of it', async () => {
    expect(await save()).toEqual({ ok: true, categorySlug: 'things' });
    expect(await getProductDetails(session, slug)).toMatchObject({
      price: { amount: 129_50 },
      stock: 12,
      image: '/products/a.svg',
      published: true,
      texts: { en: { name: 'Mug', description: 'Line one\n\nLine two' }, sv: { name: 'Mugg', imageAlt: 'En mugg' } },
    });
  });

  it('takes it off sale when the box is not ticked', async () => {
    const { published: _, ...rest } = form;
    await saveProduct(session, slug, rest, images);
    expect((await getProductDetails(session, slug))?.published).toBe(false);
  });

  it('changes the stock by the difference to what was shown, so that a sale meanwhile is not undone', async () => {
    await db().write((tx) => reserveStock(tx, [{ slug, quantity: 4 }]));
    await save({ stock: '13' });
    expect(await getProductDetails(session, slug)).toMatchObject({ stock: 9, reserved: 4 });
  });

  it('takes nothing below zero', async () => {
    await db().write((tx) => reserveStock(tx, [{ slug, quantity: 4 }]));
    expect(await save({ stock: '0' })).toEqual({ ok: false, problem: 'stock' });
    expect(await getProductDetails(session, slug)).toMatchObject({ stock: 6, price: { amount: 100_00 } });
  });

  it.each([
    ['price', { price: '0' }],
    ['price', { price: '-1' }],
    ['price', { price: '1e3' }],
    ['stock', { stock: '-1' }],
    ['stock', { stock: '1.5' }],
    ['stock', { stock: '1000001' }],
    ['stock', { shownStock: '' }],
    ['image', { image: '/products/other.svg' }],
    ['image', { image: 'https://evil.example/x.svg' }],
    ['image', { image: '/products/../secret' }],
    ['text', { 'name-sv': ' ' }],
    ['text', { 'name-en': 'x'.repeat(121) }],
    ['text', { 'description-en': '\u0000' }],
  ])('refuses a bad %s: %j', async (problem, change) => {
    expect(await save(change)).toEqual({ ok: false, problem });
    expect(await getProductDetails(session, slug)).toMatchObject({ price: { amount: 100_00 }, stock: 10 });
  });

  it('knows no other product', async () => expect(await saveProduct(session, 'nothing', form, images)).toBeNull());
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '../../db/client';
import { newKey } from '../../ids';
import { reserveStock } from '../../orders/stock';
import { signedIn } from '../../testing/admin-session';
import { addProducts, openShopDatabase } from '../../testing/shop-database';
import { getProductDetails } from '../get-product-details';
import { getChangesSince } from '../product-facts';
import { sendOnce } from '../send-once';
import type { Session } from '../session';
import { saveProduct } from './save-product';

let close: () => Promise<void>;
let session: Session;
let slug: string;
let serial = 0;

beforeAll(async () => {
  close = await openShopDatabase();
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
  version: '0',
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

describe('saveProduct', () => {
  it('changes all fields', async () => {
    expect(await save()).toMatchObject({ ok: true, categories: ['things'] });
    expect(await getProductDetails(session, slug)).toMatchObject({
      price: { amount: 129_50 },
      stock: 12,
      image: '/products/a.svg',
      published: true,
      texts: { en: { name: 'Mug', description: 'Line one\n\nLine two' }, sv: { name: 'Mugg', imageAlt: 'En mugg' } },
    });
  });

  it('accepts the highest price that SEQR allows', async () => {
    expect(await save({ price: '9 999 900,99' })).toMatchObject({ ok: true });
  });

  it('unpublishes the product if the box is not checked', async () => {
    const { published: _, ...rest } = form;
    await saveProduct(session, slug, rest, images);
    expect((await getProductDetails(session, slug))?.published).toBe(false);
  });

  it('applies only the difference from the shown stock, so that a concurrent sale still counts', async () => {
    await db().write((tx) => reserveStock(tx, [{ slug, quantity: 4 }]));
    await save({ stock: '13' });
    expect(await getProductDetails(session, slug)).toMatchObject({ stock: 9, reserved: 4 });
  });

  it('never makes the stock negative', async () => {
    await db().write((tx) => reserveStock(tx, [{ slug, quantity: 4 }]));
    expect(await save({ stock: '0' })).toMatchObject({ ok: false, problems: ['stock'] });
    expect(await getProductDetails(session, slug)).toMatchObject({ stock: 6, price: { amount: 100_00 } });
  });

  it.each([
    ['price', { price: '0' }],
    ['price', { price: '-1' }],
    ['price', { price: '1e3' }],
    ['price-high', { price: '9 999 901' }],
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
  ])('rejects an invalid %s: %j', async (problem, change) => {
    expect(await save(change)).toMatchObject({ ok: false, problems: [problem] });
    expect(await getProductDetails(session, slug)).toMatchObject({ price: { amount: 100_00 }, stock: 10 });
  });

  it('saves once on a double click', async () => {
    const sent = { key: newKey(), path: `/admin/products/${slug}/save`, fields: new URLSearchParams(form) };
    const carryOut = async () => `saved: ${(await save())?.ok}`;
    const clicks = await Promise.all([sendOnce(sent, carryOut), sendOnce(sent, carryOut)]);
    expect(clicks).toEqual([{ path: 'saved: true' }, { path: 'saved: true' }]);
    expect(await getProductDetails(session, slug)).toMatchObject({ stock: 12 });
  });

  it('returns null for an unknown product', async () =>
    expect(await saveProduct(session, 'nothing', form, images)).toBeNull());
});

describe('a form overtaken by another save', () => {
  const overtaken = { ok: false, problems: ['overtaken'], missing: [] };

  it('changes nothing, and the changes since are listed by field', async () => {
    expect(await save()).toMatchObject({ ok: true });
    expect(await save({ price: '90', 'name-sv': 'Kopp' })).toEqual(overtaken);
    expect(await getProductDetails(session, slug)).toMatchObject({ price: { amount: 129_50 }, stock: 12, version: 1 });
    const changes = await getChangesSince(session, slug, 0);
    expect(changes).toMatchObject({
      by: 'Åsa',
      before: { price: { amount: 100_00, currency: 'SEK' }, stock: 10, texts: { sv: { name: `${slug} sv` } } },
      now: { price: { amount: 129_50, currency: 'SEK' }, stock: 12, texts: { sv: { name: 'Mugg' } } },
    });
    expect(changes?.fields).toEqual(
      expect.arrayContaining([{ name: 'price' }, { name: 'stock' }, { name: 'name', language: 'sv' }]),
    );
    expect(changes?.fields).not.toContainEqual({ name: 'published' });
  });

  it('is refused as overtaken before other errors are checked', async () => {
    await save();
    expect(await save({ price: 'cheap' })).toEqual(overtaken);
  });

  it('lists a field’s shown and current value, however often it changed', async () => {
    await save();
    await saveProduct(signedIn('Bo'), slug, { ...form, version: '1', shownStock: '12', price: '100' }, images);
    const changes = await getChangesSince(session, slug, 0);
    expect(changes?.by).toBe('Bo');
    expect(changes?.fields).not.toContainEqual({ name: 'price' });
    expect((await getChangesSince(session, slug, 1))?.fields).toEqual([{ name: 'price' }]);
    expect(await getChangesSince(session, slug, 2)).toBeNull();
  });

  it('is not overtaken by a sale or by a save without changes', async () => {
    await save();
    await db().write((tx) => reserveStock(tx, [{ slug, quantity: 1 }]));
    const same = { version: '1', shownStock: '12' };
    expect(await save(same)).toMatchObject({ ok: true });
    expect(await save({ ...same, price: '90' })).toMatchObject({ ok: true });
  });

  it.each(['', '1', '00', 'x', '-1'])('rejects the version %j', async (version) => {
    expect(await save({ version })).toEqual(overtaken);
    expect(await getProductDetails(session, slug)).toMatchObject({ stock: 10 });
  });

  it('is refused even if both saves are concurrent', async () => {
    const saves = await Promise.all([save({ price: '90' }), save({ price: '80' })]);
    expect(saves.filter((saved) => saved?.ok)).toHaveLength(1);
  });
});

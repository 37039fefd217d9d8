import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { placeOrder } from '../../checkout/place-order';
import { db } from '../../db/client';
import { newUuid } from '../../ids';
import { signedIn } from '../../testing/admin-session';
import { addresses, newCheckout } from '../../testing/checkouts';
import { configure } from '../../testing/configure';
import { interleave } from '../../testing/interleave';
import { addProducts, openShopDatabase } from '../../testing/shop-database';
import { addProduct } from './add-product';
import { moveProduct } from './positions';
import { deleteProduct, setArchived } from './product-actions';
import { addCategory, deleteCategory } from './save-category';
import { saveProduct } from './save-product';
import { addVariant } from './variants';

// The tests of lib/admin/scopes.test.ts, for catalogue writes instead of the back office's other writes.

let close: () => Promise<void>;
const session = () => signedIn();

beforeAll(async () => {
  close = await openShopDatabase('postgresql');
  configure({ TRANSFER_REVIEW_STOCK_PERCENT: '50' });
  // Opens the connections in advance, so that opening them does not order the writes.
  await Promise.all(
    ['1', '2', '3', '4'].map((scope) => db().write((tx) => tx.$executeRaw`SELECT pg_sleep(0.1)`, scope)),
  );
});
afterAll(() => close());

const newSlug = () => `s${newUuid()}`;
const sortedOutcomes = (outcomes: readonly unknown[]) => outcomes.map(String).sort();

async function newProduct(stock: number): Promise<string> {
  const slug = newSlug();
  await addProducts([{ slug, stock }]);
  return slug;
}

/** An order by bank transfer that awaits review. */
async function largeOrder(slug: string) {
  const checkout = { ...(await newCheckout()), paymentMethod: 'invoice' as const, items: [{ slug, quantity: 6 }] };
  return () => placeOrder(checkout, { visitorId: null, clientAddress: null }, addresses);
}

it('a product that is being ordered is not deleted, even if the order reserves nothing yet', async () => {
  const slug = await newProduct(10);
  const review = await largeOrder(slug);
  const waiting = () =>
    db().read.$queryRaw`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  const remove = async () => {
    await vi.waitFor(async () => expect(await waiting()).toHaveLength(1), { timeout: 3_000, interval: 10 });
    return deleteProduct(session(), slug);
  };
  const [placed, removed] = await interleave<unknown>('OrderLine', review, remove);
  expect([placed, removed]).toMatchObject([{ ok: true }, { outcome: 'refused' }]);
});

it('of two products with one article number or address, one is created', async () => {
  const texts = { 'name-en': 'A', 'name-sv': 'A', price: '', stock: '', vatRate: '2500', category: 'things' };
  const [slug, sku] = [newSlug(), newSlug()];
  const add = (change: object) => () => addProduct(session(), { ...texts, ...change });
  const numbered = await interleave('Product', add({ slug: newSlug(), sku }), add({ slug: newSlug(), sku }));
  expect(sortedOutcomes(numbered.map(({ ok }) => ok))).toEqual(['false', 'true']);
  const named = await interleave('Product', add({ slug }), add({ slug }));
  expect(sortedOutcomes(named.map(({ ok }) => ok))).toEqual(['false', 'true']);
});

it('two moves in one category both count', async () => {
  await db().write((tx) => tx.category.create({ data: { slug: 'shelf', position: 9 } }));
  const slugs = [await newProduct(1), await newProduct(1), await newProduct(1)] as const;
  for (const [position, slug] of slugs.entries())
    await db().write((tx) => tx.product.update({ where: { slug }, data: { categorySlug: 'shelf', position } }));
  const up = (slug: string) => () => moveProduct(session(), { slug, categorySlug: 'shelf' }, 'up');
  await interleave('Product', up(slugs[2]), up(slugs[2]));
  const rows = await db().read.product.findMany({ where: { categorySlug: 'shelf' }, orderBy: { position: 'asc' } });
  expect(rows.map(({ slug, position }) => [slug, position])).toEqual([
    [slugs[2], 0],
    [slugs[0], 1],
    [slugs[1], 2],
  ]);
});

it('a category is not deleted while a product is added to it', async () => {
  const slug = newSlug();
  await addCategory(session(), { slug, 'name-en': 'A', 'name-sv': 'A' });
  const texts = { 'name-en': 'A', 'name-sv': 'A', price: '', stock: '', vatRate: '2500', category: slug };
  const outcomes = await interleave<unknown>(
    'AuditEntry',
    () => deleteCategory(session(), slug),
    () => addProduct(session(), { ...texts, slug: newSlug() }),
  );
  const isKept = (await db().read.category.count({ where: { slug } })) === 1;
  expect(outcomes).toEqual([!isKept, expect.objectContaining({ ok: isKept })]);
});

it('one variant is listed, whichever of two changes comes first', async () => {
  await db().write((tx) =>
    tx.categoryText.createMany({
      data: ['en', 'sv'].map((language) => ({ categorySlug: 'things', language, name: 'Things', intro: '' })),
    }),
  );
  const small = await newProduct(9);
  const size = (value: string) => {
    const options = [{ name: 'Size', value }];
    return { en: options, sv: options, de: [] };
  };
  const added = await addVariant(session(), small, { own: size('S'), added: size('M') });
  const medium = added?.ok ? added.slug : '';
  const texts = { 'name-en': 'A', 'name-sv': 'A', 'description-en': 'A', 'description-sv': 'A' };
  const form = { ...texts, version: '0', price: '1', stock: '1', shownStock: '0', published: 'on' };
  await interleave<unknown>(
    'ProductVersion',
    () => setArchived(session(), small, true),
    () => saveProduct(session(), medium, form, []),
  );
  const listed = await db().read.product.findMany({ where: { slug: { in: [small, medium] }, listed: true } });
  expect(listed.map(({ slug }) => slug)).toEqual([medium]);
});

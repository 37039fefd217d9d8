import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FEW } from '../catalogue/availability';
import { db, type Tx } from '../db/client';
import { newUuid } from '../ids';
import { type Listener, listen } from '../postgresql/listener';
import { configure } from '../testing/configure';
import { addUnpaidOrder } from '../testing/order-rows';
import { createPostgresqlDatabase, type TestDatabase } from '../testing/postgresql-database';
import { addProducts } from '../testing/shop-database';

let database: TestDatabase;
let listener: Listener;
const received: string[] = [];

beforeAll(async () => {
  database = await createPostgresqlDatabase();
  configure({ DATABASE_URL: database.url });
  await new Promise<void>((resolve, reject) => {
    listener = listen({
      url: database.url,
      notify: (channel, payload) => db().read.$queryRaw`SELECT 1 FROM pg_notify(${channel}, ${payload})`,
      channels: ['shop_order', 'shop_catalogue', 'end'],
      onMessage: (channel, payload) => received.push(channel === 'shop_catalogue' ? payload : channel),
      onConnected: resolve,
      onLost: reject,
    });
  });
});

afterAll(async () => {
  await listener.stop();
  await db().close();
  await database.remove();
});

/** Runs each write in a transaction of its own. Returns the messages that they cause. */
async function messagesOf(...writes: ((tx: Tx) => Promise<unknown>)[]): Promise<string[]> {
  for (const write of writes) await db().write(write);
  await db().read.$queryRawUnsafe("SELECT 1 FROM pg_notify('end', '')");
  await vi.waitFor(() => expect(received.at(-1)).toBe('end'), { interval: 5 });
  return received.splice(0).slice(0, -1);
}

const later = new Date('2026-12-24T12:00:00Z');

describe('a payment', () => {
  const change = (id: string, data: object) => (tx: Tx) => tx.payment.update({ where: { id }, data });
  let id: string;

  beforeEach(async () => {
    id = await addUnpaidOrder(100_00);
    await messagesOf();
  });

  it.each([{ state: 'PAID' }, { state: 'EXPIRED' }, { amount: 50_00 }, { heldAt: later }, { expiresAt: later }])(
    'notifies of a change to %o',
    async (data) => {
      expect(await messagesOf(change(id, data))).toEqual(['shop_order']);
      expect(await messagesOf(change(id, data))).toEqual([]);
    },
  );

  it.each([{ askedAt: later }, { nextCheckAt: later }, { version: 7 }, { refunded: 1 }, { failure: 'x' }])(
    'does not notify of a change to %o, which no page shows',
    async (data) => {
      expect(await messagesOf(change(id, data))).toEqual([]);
    },
  );

  it('notifies of a new state, except when it is issued', async () => {
    expect(await messagesOf(change(id, { state: 'CREATED' }))).toEqual(['shop_order']);
    expect(await messagesOf(change(id, { state: 'ISSUED', invoiceReference: '1' }))).toEqual([]);
  });
});

describe('the catalogue', () => {
  let slug: string;
  const product = (data: object) => (tx: Tx) => tx.product.update({ where: { slug }, data });
  const text = (data: object) => (tx: Tx) =>
    tx.productText.update({ where: { productSlug_language: { productSlug: slug, language: 'en' } }, data });

  beforeEach(async () => {
    slug = newUuid();
    await addProducts([{ slug, stock: FEW + 3 }]);
    await messagesOf();
  });

  it('notifies of each change to a product that a page shows', async () => {
    for (const data of [{ price: 1 }, { vatRate: 12_00 }, { published: false }, { position: 3 }, { image: '/x.svg' }]) {
      expect(await messagesOf(product(data))).toEqual(['product things']);
    }
    expect(await messagesOf(text({ summary: 'new' }))).toEqual(['product things']);
    expect(await messagesOf(product({ version: 9, reserved: 2, sold: 3 }), text({ summary: 'new' }))).toEqual([]);
  });

  it('notifies of a change in stock only if a page shows a difference', async () => {
    expect(await messagesOf(product({ stock: FEW + 2 }), product({ stock: FEW + 1 }))).toEqual([]);
    expect(await messagesOf(product({ stock: FEW }))).toEqual([`stock things ${slug}`]);
    expect(await messagesOf(product({ stock: FEW - 1 }))).toEqual([`stock things ${slug}`]);
    expect(await messagesOf(product({ stock: 0 }), product({ stock: FEW + 1 }))).toEqual([
      `stock things ${slug}`,
      `stock things ${slug}`,
    ]);
  });

  it('notifies of both categories when a product moves', async () => {
    await db().write((tx) => tx.category.create({ data: { slug: 'other', position: 1 } }));
    expect(await messagesOf(product({ categorySlug: 'other' }))).toEqual(['all', 'product things', 'product other']);
  });

  it('notifies of a picture that is added, changed or removed', async () => {
    const where = { productSlug: slug, position: 2 };
    const change = (image: string) => (tx: Tx) =>
      tx.productPicture.update({ where: { productSlug_position: where }, data: { image } });
    const messages = await messagesOf(
      (tx) => tx.productPicture.create({ data: { ...where, image: '/products/a.svg' } }),
      change('/products/b.svg'),
      change('/products/b.svg'),
      (tx) => tx.productPicture.deleteMany({ where }),
    );
    expect(messages).toEqual(Array(3).fill('product things'));
  });

  it('notifies of a deleted product, and of changed categories', async () => {
    expect(await messagesOf((tx) => tx.product.delete({ where: { slug } }))).toEqual(['product things']);
    expect(await messagesOf((tx) => tx.category.update({ where: { slug: 'things' }, data: { position: 7 } }))).toEqual([
      'all',
    ]);
    const name = { categorySlug: 'things', language: 'en', name: 'Things', intro: '' };
    expect(await messagesOf((tx) => tx.categoryText.create({ data: name }))).toEqual(['all']);
    expect(await messagesOf((tx) => tx.category.update({ where: { slug: 'things' }, data: { position: 7 } }))).toEqual(
      [],
    );
  });
});

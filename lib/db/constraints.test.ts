import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now } from '../clock';
import { createPostgresqlDatabase, type TestDatabase } from '../testing/postgresql-database';
import { createSqliteDatabase } from '../testing/sqlite-database';
import { openShopDatabase, type ShopDatabase, type Tx } from './client';

const at = now();
const order = {
  id: 'order',
  number: 1,
  checkoutKey: 'key',
  requestHash: '',
  state: 'PAID',
  paymentMethod: 'seqr',
  language: 'en',
  currency: 'SEK',
  total: 100,
  delivery: 'standard',
  ...{ name: '', email: '', address: '', postalCode: '', city: '', country: '' },
  createdAt: at,
  expiresAt: at,
} as const;
const payment = { id: 'payment', orderId: 'order', attempt: 1, state: 'PAID', amount: 100, currency: 'SEK' } as const;
const product = {
  slug: 'mug',
  categorySlug: 'things',
  position: 0,
  image: '',
  price: 100,
  currency: 'SEK',
  vatRate: 2500,
};
const refund = { orderId: 'order', state: 'DONE', currency: 'SEK', reason: '', createdAt: at } as const;

async function fill(tx: Tx) {
  await tx.category.create({ data: { slug: 'things', position: 0 } });
  await tx.product.create({ data: { ...product, stock: 1 } });
  await tx.order.create({ data: { ...order, transferred: 10 } });
  await tx.payment.create({ data: { ...payment, createdAt: at, expiresAt: at } });
  await tx.refund.create({ data: { ...refund, id: 'refund', key: 'refund', amount: 1 } });
  await tx.paymentEvent.create({
    data: { paymentId: 'payment', at, source: 'watcher', fromState: 'ISSUED', toState: 'PAID' },
  });
  await tx.orderEvent.create({ data: { orderId: 'order', at, source: 'buyer', kind: 'any', data: '{}' } });
  const change = { source: 'merchant', subject: 'product', subjectId: 'mug', field: 'price' } as const;
  await tx.auditEntry.create({ data: { at, ...change } });
}

const slug = { slug: 'mug' };
const refused: readonly (readonly [string, (tx: Tx) => Promise<unknown>])[] = [
  ['a negative stock', (tx) => tx.product.update({ where: slug, data: { stock: { decrement: 2 } } })],
  ['a negative reservation', (tx) => tx.product.update({ where: slug, data: { reserved: -1 } })],
  ['a negative number of sold units', (tx) => tx.product.update({ where: slug, data: { sold: -1 } })],
  ['a negative price', (tx) => tx.product.update({ where: slug, data: { price: -1 } })],
  ['a VAT rate in whole per cent', (tx) => tx.product.update({ where: slug, data: { vatRate: 25 } })],
  [
    'a line with a VAT rate above 100 %',
    (tx) =>
      tx.orderLine.create({
        data: {
          orderId: 'order',
          position: 0,
          kind: 'PRODUCT',
          name: '',
          quantity: 1,
          unitPrice: 1,
          vatRate: 10_001,
          total: 1,
        },
      }),
  ],
  ['a negative transfer total', (tx) => tx.order.update({ where: { id: 'order' }, data: { transferred: -1 } })],
  ['more paid back than transferred', (tx) => tx.order.update({ where: { id: 'order' }, data: { paidBack: 11 } })],
  ['a negative amount to keep', (tx) => tx.order.update({ where: { id: 'order' }, data: { keeps: -1 } })],
  ['more refunded than paid', (tx) => tx.payment.update({ where: { id: 'payment' }, data: { refunded: 101 } })],
  ['a refund of nothing', (tx) => tx.refund.create({ data: { ...refund, id: 'none', key: 'none', amount: 0 } })],
  [
    'a refunded line without units',
    (tx) => tx.refundLine.create({ data: { refundId: 'refund', position: 0, quantity: 0, amount: 1 } }),
  ],
  [
    'a transfer of nothing',
    (tx) =>
      tx.transfer.create({
        data: { id: 't', orderId: 'order', key: 't', amount: 0, currency: 'SEK', note: '', actor: '', at },
      }),
  ],
  [
    'a second order with the same checkout key',
    (tx) => tx.order.create({ data: { ...order, id: 'other', number: 2 } }),
  ],
  ['a changed payment event', (tx) => tx.paymentEvent.updateMany({ data: { detail: 'changed' } })],
  ['a deleted payment event', (tx) => tx.paymentEvent.deleteMany()],
  ['a changed order event', (tx) => tx.orderEvent.updateMany({ data: { kind: 'changed' } })],
  ['a deleted order event', (tx) => tx.orderEvent.deleteMany()],
  ['a changed entry of the audit list', (tx) => tx.auditEntry.updateMany({ data: { actor: 'Mallory' } })],
  ['a deleted entry of the audit list', (tx) => tx.auditEntry.deleteMany()],
  ['a deleted order with a payment', (tx) => tx.order.delete({ where: { id: 'order' } })],
  ['a payment without an order', (tx) => tx.payment.update({ where: { id: 'payment' }, data: { orderId: 'none' } })],
];

describe.each([
  { system: 'SQLite', create: createSqliteDatabase },
  { system: 'PostgreSQL', create: createPostgresqlDatabase },
])('$system refuses', ({ create }) => {
  let database: TestDatabase;
  let shop: ShopDatabase;
  beforeAll(async () => {
    database = await create();
    shop = openShopDatabase(database.url);
    await shop.write(fill);
  });
  afterAll(async () => {
    await shop.close();
    await database.remove();
  });

  it.each(refused)('%s', async (_what, run) => {
    await expect(shop.write(run)).rejects.toThrow(/constraint|append-only|unique/i);
  });
});

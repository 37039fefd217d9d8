import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runWatcherRound } from '../background/payment-watcher';
import { placeOrder } from '../checkout/place-order';
import { db } from '../db/client';
import { newKey, newUuid } from '../ids';
import { money } from '../money';
import { reserveStock } from '../orders/stock';
import { signedIn } from '../testing/admin-session';
import { addProducts, openShopDatabase, stockOf } from '../testing/shop-database';
import { getOrderDetails } from './get-order-details';
import { listAttention } from './list-attention';
import { acceptOrder, cancelOrder } from './order-actions';
import { receiveTransfer } from './receive-transfer';
import type { Session } from './session';

let close: () => Promise<void>;
let session: Session;
beforeAll(async () => {
  close = await openShopDatabase();
  session = signedIn('Åsa');
});
afterAll(() => close());

async function orderByTransfer({ stock = 20, quantity = 3, price = 100_00 } = {}) {
  const slug = newKey();
  await addProducts([{ slug, stock, price }]);
  const placed = await placeOrder(
    {
      items: [{ slug, quantity }],
      customer: {
        name: 'Bo',
        email: `${slug}@example.com`,
        address: 'Backvägen 3',
        postalCode: '791 71',
        city: 'Falun',
        country: 'SE',
      },
      delivery: 'standard',
      paymentMethod: 'invoice',
      checkoutKey: newUuid(),
      language: 'en',
    },
    { visitorId: null, clientAddress: null },
    { forSeqr: 'http://shop.test', forBuyer: 'http://shop.test' },
  );
  if (!placed.ok) throw new Error(placed.reason);
  const { id, number } = await db().read.order.findUniqueOrThrow({ where: { id: placed.order.orderId } });
  const mails = () => db().read.outbox.count({ where: { subjectId: id, kind: 'mail-transfer' } });
  return { id, number, slug, mails };
}

const attentionFor = async (number: number) =>
  (await listAttention(session)).flatMap(({ kind, order }) => (order?.number === number ? [kind] : []));

describe('a bank-transfer order', () => {
  it('reserves its goods immediately if they are at most a tenth of the stock', async () => {
    const { slug, mails, number } = await orderByTransfer({ stock: 20, quantity: 2 });
    expect(await stockOf(slug)).toEqual({ stock: 18, reserved: 2, sold: 0 });
    expect(await mails()).toBe(1);
    expect(await attentionFor(number)).toEqual([]);
  });

  it.each([
    ['more than a tenth of the stock', { stock: 20, quantity: 3 }],
    ['more than 10 000 kr', { stock: 1000, quantity: 1, price: 10_000_00 }],
  ])('for %s, reserves and mails nothing until the merchant accepts it', async (_, goods) => {
    const { number, slug, mails } = await orderByTransfer(goods);
    expect(await stockOf(slug)).toEqual({ stock: goods.stock, reserved: 0, sold: 0 });
    expect(await mails()).toBe(0);
    expect(await attentionFor(number)).toEqual(['order-review']);

    expect(await acceptOrder(session, number)).toBe('accepted');
    const reserved = goods.quantity;
    expect(await stockOf(slug)).toEqual({ stock: goods.stock - reserved, reserved, sold: 0 });
    expect(await mails()).toBe(1);
    expect(await attentionFor(number)).toEqual([]);
    const order = await getOrderDetails(session, number);
    expect(order?.history).toContainEqual(expect.objectContaining({ actor: 'Åsa', content: { kind: 'accepted' } }));
  });

  it('is accepted once, even by two concurrent clicks', async () => {
    const { number, slug } = await orderByTransfer();
    const outcomes = await Promise.all([acceptOrder(session, number), acceptOrder(session, number)]);
    expect(outcomes.toSorted()).toEqual(['accepted', 'refused']);
    expect(await stockOf(slug)).toEqual({ stock: 17, reserved: 3, sold: 0 });
  });

  it('is not accepted and stays unchanged if the stock has been sold', async () => {
    const { number, slug } = await orderByTransfer();
    await db().write((tx) => reserveStock(tx, [{ slug, quantity: 18 }]));
    expect(await acceptOrder(session, number)).toBe('not-in-stock');
    expect(await stockOf(slug)).toEqual({ stock: 2, reserved: 18, sold: 0 });
    expect(await attentionFor(number)).toEqual(['order-review']);
  });

  it('is not accepted and stays unchanged while a product is not on sale', async () => {
    const { number, slug, mails } = await orderByTransfer();
    await db().write((tx) => tx.product.update({ where: { slug }, data: { published: false } }));
    expect(await acceptOrder(session, number)).toBe('not-on-sale');
    expect(await stockOf(slug)).toEqual({ stock: 20, reserved: 0, sold: 0 });
    expect(await mails()).toBe(0);
    expect(await attentionFor(number)).toEqual(['order-review']);
  });

  it('accepts no money before it is accepted, and sells its stock afterwards', async () => {
    const { number, slug } = await orderByTransfer();
    const transfer = () => receiveTransfer(session, number, { key: newKey(), amount: money(349_00, 'SEK'), note: '' });
    expect(await transfer()).toBe('refused');
    await acceptOrder(session, number);
    expect(await transfer()).toBe('paid');
    expect(await stockOf(slug)).toEqual({ stock: 17, reserved: 0, sold: 3 });
  });

  it('releases no stock when it is cancelled or times out before it is accepted', async () => {
    const [cancelled, expired] = [await orderByTransfer(), await orderByTransfer()];
    expect(await cancelOrder(session, cancelled.number)).toBe('closed');
    await db().write((tx) => tx.order.update({ where: { id: expired.id }, data: { expiresAt: new Date(0) } }));
    await runWatcherRound();
    for (const { id, slug, number } of [cancelled, expired]) {
      expect(await stockOf(slug)).toEqual({ stock: 20, reserved: 0, sold: 0 });
      expect(await attentionFor(number)).toEqual([]);
      const order = await db().read.order.findUniqueOrThrow({ where: { id } });
      expect(order).toMatchObject({ awaitsReview: false, openTransferAddress: null, openTransferMailbox: null });
    }
  });
});

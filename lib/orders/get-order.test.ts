import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { newKey } from '../ids';
import { money } from '../money';
import { addOrder } from '../testing/orders';
import { openShopDatabase } from '../testing/shop-database';
import { formatOrderNumber, getOrder, getOrderOfPayment, getOrders, totalAfterRefunds } from './get-order';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 13, minute));

async function addPayment(orderId: string, attempt: number, change: Partial<Prisma.PaymentUncheckedCreateInput> = {}) {
  const facts = { id: newKey(), orderId, attempt, state: 'CANCELED' as const, amount: 100_00, currency: 'SEK' };
  const times = { createdAt: at(attempt), expiresAt: at(attempt) };
  return (await db().write((tx) => tx.payment.create({ data: { ...facts, ...times, ...change } }))).id;
}
const paid = (minute: number) => ({ state: 'PAID' as const, paidAt: at(minute), ersReference: newKey() });

async function addRefund(orderId: string, paymentId: string | null, amount: number, change: object = {}) {
  const facts = { id: newKey(), orderId, paymentId, key: newKey(), state: 'DONE' as const, amount, currency: 'SEK' };
  await db().write(async (tx) => {
    await tx.refund.create({ data: { ...facts, reason: '', createdAt: at(30), settledAt: at(31), ...change } });
    if (paymentId) await tx.payment.update({ where: { id: paymentId }, data: { refunded: { increment: amount } } });
    else await tx.order.update({ where: { id: orderId }, data: { paidBack: { increment: amount } } });
  });
  return facts.id;
}

async function view(id: string) {
  const order = await getOrder(id);
  if (!order) throw new Error('no order');
  return order;
}

describe('an order', () => {
  it('has its lines in order, its buyer, and its shipment once it is sent', async () => {
    const line = { kind: 'PRODUCT' as const, quantity: 2, vatRate: 25_00 };
    const { id, number } = await addOrder({
      total: 250_00,
      lines: {
        create: [
          { ...line, position: 1, slug: 'b', name: 'B', unitPrice: 25_00, total: 50_00 },
          { ...line, position: 0, slug: 'a', sku: 'A-1', name: 'A', unitPrice: 100_00, total: 200_00 },
        ],
      },
    });
    const order = await view(id);
    expect(order).toMatchObject({
      ...{ id, number: formatOrderNumber(number), state: 'PENDING', paymentMethod: 'seqr', language: 'en' },
      ...{ delivery: 'standard', shipment: null, payment: null, held: null, bankTransfer: null, awaitsReview: false },
      ...{ total: money(250_00, 'SEK'), received: money(0, 'SEK'), refunds: [] },
    });
    expect(order.lines).toEqual([
      {
        kind: 'PRODUCT',
        slug: 'a',
        sku: 'A-1',
        name: 'A',
        quantity: 2,
        unitPrice: money(100_00, 'SEK'),
        vatRate: 25_00,
        total: money(200_00, 'SEK'),
      },
      {
        kind: 'PRODUCT',
        slug: 'b',
        sku: null,
        name: 'B',
        quantity: 2,
        unitPrice: money(25_00, 'SEK'),
        vatRate: 25_00,
        total: money(50_00, 'SEK'),
      },
    ]);
    expect(order.vat).toEqual([{ rate: 25_00, net: money(200_00, 'SEK'), vat: money(50_00, 'SEK') }]);
    expect(order.customer).toEqual({
      ...{ name: 'Bo Berg', email: 'bo@example.com', address: 'Backvägen 3' },
      ...{ postalCode: '791 71', city: 'Falun', country: 'SE' },
    });
    const sent = { deliveredAt: at(5), carrier: 'PostNord', trackingUrl: 'https://a.example/1' };
    await db().write((tx) => tx.order.update({ where: { id }, data: sent }));
    expect((await view(id)).shipment).toEqual({ at: at(5), carrier: 'PostNord', trackingUrl: 'https://a.example/1' });
  });

  it('shows its latest attempt until one is paid', async () => {
    const { id } = await addOrder();
    await addPayment(id, 1);
    const latest = await addPayment(id, 2, {
      state: 'ISSUED',
      invoiceReference: '14',
      invoiceQRCode: 'HTTP',
      version: 3,
    });
    expect((await view(id)).payment).toEqual({
      ...{ id: latest, attempt: 2, state: 'ISSUED', invoiceReference: '14', invoiceQRCode: 'HTTP', version: 3 },
      ...{ ersReference: null, expiresAt: at(2), paidAt: null, failure: null },
    });
    const first = await addPayment(id, 3, paid(5));
    await addPayment(id, 4);
    expect((await view(id)).payment?.id).toBe(first);
  });

  it('shows the first paid attempt; if the order is paid, the first that is not fully refunded', async () => {
    const { id } = await addOrder({ state: 'PAID' });
    const [second, first] = [await addPayment(id, 1, paid(9)), await addPayment(id, 2, paid(5))];
    expect((await view(id)).payment?.id).toBe(first);
    const refund = await addRefund(id, first, 100_00);
    const order = await view(id);
    expect([order.payment?.id, order.received.amount, order.refunds]).toEqual([second, 100_00, []]);
    await db().write((tx) => tx.order.update({ where: { id }, data: { state: 'REFUNDED' } }));
    const refunded = await view(id);
    expect([refunded.payment?.id, refunded.refunds.map((one) => one.id)]).toEqual([first, [refund]]);
  });

  it('has received its payment and its transfers, in its own currency', async () => {
    const { id } = await addOrder({ state: 'PAID', transferred: 30_00 });
    await addPayment(id, 1, { ...paid(5), currency: 'EUR' });
    expect((await view(id)).received).toEqual(money(30_00, 'SEK'));
    const other = await addOrder({ state: 'PAID', transferred: 30_00 });
    await addPayment(other.id, 1, paid(5));
    expect((await view(other.id)).received).toEqual(money(130_00, 'SEK'));
  });

  it('keeps what is not refunded; refunds that are not done do not count', async () => {
    const { id } = await addOrder({ state: 'PAID', transferred: 100_00 });
    const payment = await addPayment(id, 1, paid(5));
    const later = await addRefund(id, payment, 20_00, { settledAt: at(40) });
    const earlier = await addRefund(id, null, 10_00);
    await addRefund(id, payment, 5_00, { state: 'UNKNOWN', settledAt: null });
    await addRefund(id, null, 1_00, { currency: 'EUR', settledAt: at(35) });
    const order = await view(id);
    expect(order.refunds.map((refund) => refund.id)).toEqual([earlier, expect.any(String), later]);
    expect(totalAfterRefunds(order)).toEqual(money(170_00, 'SEK'));
  });

  it('shows the hold that is still open, otherwise one that has ended', async () => {
    const { id } = await addOrder();
    const paymentId = await addPayment(id, 1);
    const add = (kind: string, minute: number, change: object = {}) =>
      db().write((tx) =>
        tx.incident.create({ data: { id: newKey(), orderId: id, paymentId, kind, openedAt: at(minute), ...change } }),
      );
    const ended = (outcome: 'closed' | 'settled' | 'resolved') => ({ outcome, endedAt: at(50) });
    await add('excess', 1);
    await add('other-amount', 2, ended('resolved'));
    expect((await view(id)).held).toBeNull();
    await add('unclear', 4, ended('settled'));
    await add('other-amount', 3, ended('closed'));
    await add('no-receipt', 2, ended('closed'));
    expect((await view(id)).held).toEqual({ isPaid: false, outcome: 'settled' });
    await add('other-amount', 2, { openFor: paymentId });
    expect((await view(id)).held).toEqual({ isPaid: true, outcome: null });
  });
});

it('finds the order of a payment, with that payment’s reference', async () => {
  const { id } = await addOrder();
  const [first, second] = [await addPayment(id, 1, paid(1)), await addPayment(id, 2)];
  const reference = (await db().read.payment.findUniqueOrThrow({ where: { id: first } })).ersReference;
  expect(await getOrderOfPayment(first)).toMatchObject({ order: { id }, ersReference: reference });
  expect(await getOrderOfPayment(second)).toMatchObject({ order: { id }, ersReference: null });
  expect([await getOrderOfPayment(newKey()), await getOrder(newKey())]).toEqual([null, null]);
});

it('reads several orders, each with its own refunds', async () => {
  const [one, two, three] = [
    await addOrder({ transferred: 50_00 }),
    await addOrder({ transferred: 50_00 }),
    await addOrder(),
  ];
  const [first, second] = [await addRefund(one.id, null, 10_00), await addRefund(two.id, null, 20_00)];
  const orders = await getOrders([one.number, two.number, 999_999]);
  const refundsOf = new Map(orders.map(({ id, refunds }) => [id, refunds.map((refund) => refund.id)]));
  expect(refundsOf).toEqual(
    new Map([
      [one.id, [first]],
      [two.id, [second]],
    ]),
  );
  expect(refundsOf.has(three.id)).toBe(false);
});

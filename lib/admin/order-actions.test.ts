import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runWatcherRound } from '../background/payment-watcher';
import { now } from '../clock';
import { db } from '../db/client';
import { newKey } from '../ids';
import { money } from '../money';
import type { OrderState } from '../orders/order-states';
import { reserveStock } from '../orders/stock';
import { signedIn } from '../testing/admin-session';
import { configure } from '../testing/configure';
import { addOrder } from '../testing/orders';
import { addProducts, openShopDatabase, stockOf } from '../testing/shop-database';
import { getOrderDetails } from './get-order-details';
import { listAttention } from './list-attention';
import { cancelOrder, mailReceiptAgain, markDelivered } from './order-actions';
import { receiveTransfer } from './receive-transfer';
import type { Session } from './session';
import { undoDelivery } from './undo-delivery';
import { listIncidents } from './view-incident';

let close: () => Promise<void>;
let session: Session;

beforeAll(async () => {
  close = await openShopDatabase();
  session = signedIn('Åsa');
});
afterAll(() => close());

const soon = () => new Date(now().getTime() + 600_000);
const past = () => new Date(now().getTime() - 1_000);

/** A bank-transfer order of one unit at 100.00; its unit is reserved if it is PENDING. */
async function transferOrder({ state = 'PENDING' as OrderState, stock = 5, expiresAt = soon() } = {}) {
  const slug = `t${newKey()}`;
  await addProducts([{ slug, stock }]);
  const { number } = await addOrder({
    state,
    expiresAt,
    paymentMethod: 'invoice',
    closedAt: state === 'PENDING' ? null : past(),
    lines: {
      create: [
        {
          position: 0,
          kind: 'PRODUCT',
          slug,
          name: 'A',
          quantity: 1,
          unitPrice: 100_00,
          vatRate: 25_00,
          total: 100_00,
        },
      ],
    },
  });
  if (state === 'PENDING') await db().write((tx) => reserveStock(tx, [{ slug, quantity: 1 }]));
  const receive = (amount: number, key = newKey()) =>
    receiveTransfer(session, number, { key, amount: money(amount, 'SEK'), note: '' });
  const read = async () => {
    const order = await getOrderDetails(session, number);
    if (!order) throw new Error('no order');
    return order;
  };
  return { number, slug, receive, read };
}

describe('a bank transfer', () => {
  it('pays the order once the total has arrived, in any number of parts', async () => {
    const { receive, read, slug } = await transferOrder();
    expect(await receive(60_00)).toBe('part');
    expect(await read()).toMatchObject({ state: 'PENDING', transferred: { amount: 60_00 } });
    expect(await receive(40_00)).toBe('paid');
    expect(await read()).toMatchObject({ state: 'PAID', refundable: [{ paymentId: null, left: { amount: 100_00 } }] });
    expect(await stockOf(slug)).toEqual({ stock: 4, reserved: 0, sold: 1 });
    expect((await read()).history.filter((entry) => entry.type === 'order').map(({ actor }) => actor)).toEqual([
      'Åsa',
      'Åsa',
    ]);
  });

  it('is booked once, however often its form is sent, even concurrently', async () => {
    const { receive, read } = await transferOrder();
    const key = newKey();
    const outcomes = await Promise.all([receive(60_00, key), receive(60_00, key), receive(60_00, key)]);
    expect(outcomes.toSorted()).toEqual(['part', 'repeated', 'repeated']);
    expect((await read()).transferred.amount).toBe(60_00);
  });

  it('is refused for a zero or negative amount or another currency', async () => {
    const { number, receive, read } = await transferOrder();
    expect(await receive(0)).toBe('refused');
    expect(await receive(-1)).toBe('refused');
    const euros = { key: newKey(), amount: money(100_00, 'EUR'), note: '' };
    expect(await receiveTransfer(session, number, euros)).toBe('refused');
    expect(await receiveTransfer(session, 999_999, euros)).toBeNull();
    expect((await read()).transferred.amount).toBe(0);
  });

  it('pays a closed order if its goods are still in stock', async () => {
    const { receive, read, slug } = await transferOrder({ state: 'EXPIRED' });
    expect(await receive(100_00)).toBe('honoured');
    expect((await read()).state).toBe('PAID');
    expect(await stockOf(slug)).toEqual({ stock: 4, reserved: 0, sold: 1 });
  });

  it('becomes an incident if a closed order’s goods are out of stock, because it must be refunded', async () => {
    const { number, receive, read } = await transferOrder({ state: 'EXPIRED', stock: 0 });
    expect(await receive(100_00)).toBe('too-late');
    expect(await read()).toMatchObject({ state: 'EXPIRED', refundable: [{ left: { amount: 100_00 } }] });
    expect(await listIncidents(session, { number })).toMatchObject([{ kind: 'excess', amount: { amount: 100_00 } }]);
  });

  it('is refused for an order whose payment method is SEQR', async () => {
    const { number } = await addOrder();
    const transfer = { key: newKey(), amount: money(100_00, 'SEK'), note: '' };
    expect(await receiveTransfer(session, number, transfer)).toBe('refused');
  });
});

describe('the timeout', () => {
  it('closes an unpaid order and releases its stock, but not one with a partial transfer', async () => {
    const [nothing, part] = [await transferOrder(), await transferOrder()];
    await part.receive(1_00);
    await db().write((tx) => tx.order.updateMany({ where: { state: 'PENDING' }, data: { expiresAt: past() } }));
    await runWatcherRound();
    expect((await nothing.read()).state).toBe('EXPIRED');
    expect(await stockOf(nothing.slug)).toEqual({ stock: 5, reserved: 0, sold: 0 });
    expect((await part.read()).state).toBe('PENDING');
    expect(await listAttention(session)).toContainEqual(
      expect.objectContaining({ kind: 'transfer-overdue', order: expect.objectContaining({ number: part.number }) }),
    );
  });
});

describe('order actions', () => {
  const noTracking = { carrier: null, trackingUrl: null };
  const states = ['PENDING', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', 'CANCELED', 'EXPIRED'] as const;

  it.each(states)('are offered and performed only if the order’s state allows them: %s', async (state) => {
    const { number } = await addOrder({ state, closedAt: now() });
    const order = await getOrderDetails(session, number);
    const isPaid = state === 'PAID' || state === 'PARTIALLY_REFUNDED';
    expect(order?.may).toEqual({
      accept: false,
      cancel: state === 'PENDING',
      change: state === 'PENDING',
      deliver: isPaid,
      pack: isPaid,
      receiveTransfer: false,
      resend: isPaid || state === 'REFUNDED',
      undoDelivery: false,
    });
    expect(await markDelivered(session, number, noTracking)).toBe(isPaid ? 'delivered' : 'refused');
    expect(await markDelivered(session, number, noTracking)).toBe('refused');
    expect(await mailReceiptAgain(session, number)).toBe(order?.may.resend ? 'receipt-kept' : 'refused');
    expect(await cancelOrder(session, number)).toBe(state === 'PENDING' ? 'closed' : 'refused');
  });

  it('report whether the receipt is mailed again or, without a mail server, only stored', async () => {
    const { number } = await addOrder({ state: 'PAID', closedAt: now() });
    configure({ SMTP_URL: '' });
    expect(await mailReceiptAgain(session, 999_999)).toBeNull();
    expect(await mailReceiptAgain(session, number)).toBe('receipt-kept');
    configure({ SMTP_URL: 'smtp://127.0.0.1:9' });
    expect(await mailReceiptAgain(session, number)).toBe('resent');
    configure({ SMTP_URL: '' });
  });

  it('return null for an unknown order', async () => {
    expect(await markDelivered(session, 4_711_000, noTracking)).toBeNull();
    expect(await cancelOrder(session, 4_711_000)).toBeNull();
    expect(await getOrderDetails(session, 4_711_000)).toBeNull();
  });
});

it('the database refuses to change or delete an entry of an order’s history', async () => {
  const { number, id } = await addOrder({ state: 'PAID' });
  await markDelivered(session, number, { carrier: null, trackingUrl: null });
  const where = { orderId: id };
  await expect(db().write((tx) => tx.orderEvent.updateMany({ where, data: { actor: 'Bo' } }))).rejects.toThrow();
  await expect(db().write((tx) => tx.orderEvent.deleteMany({ where }))).rejects.toThrow();
});

const byPost = { carrier: 'PostNord', trackingUrl: null };

describe('the mark “sent”', () => {
  it('can be undone, only once even if two requests arrive concurrently, and set again', async () => {
    const { number, read } = await transferOrder({ state: 'PAID' });
    expect(await undoDelivery(session, number)).toBe('refused');
    expect(await markDelivered(session, number, byPost)).toBe('delivered');
    expect((await read()).may).toMatchObject({ deliver: false, undoDelivery: true });
    const outcomes = await Promise.all([undoDelivery(session, number), undoDelivery(session, number)]);
    expect(outcomes.toSorted()).toEqual(['refused', 'undelivered']);
    expect(await read()).toMatchObject({ shipment: null, may: { deliver: true, undoDelivery: false } });
    expect(await markDelivered(session, number, byPost)).toBe('delivered');
    const kinds = (await read()).history.flatMap((entry) => (entry.type === 'order' ? entry.content.kind : []));
    expect(kinds).toEqual(['delivered', 'undelivered', 'delivered']);
    expect(await undoDelivery(session, 999_999)).toBeNull();
  });
});

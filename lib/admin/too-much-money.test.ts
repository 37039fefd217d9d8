import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now } from '../clock';
import { db } from '../db/client';
import { newKey } from '../ids';
import { money } from '../money';
import { getOrder, totalAfterRefunds } from '../orders/get-order';
import { refundPayment } from '../payments/refund-payment';
import { runWatcherRound } from '../payments/watcher';
import { signedIn } from '../testing/admin-session';
import { addOrder } from '../testing/orders';
import { useShopDatabase } from '../testing/shop-database';
import { endIncidentByHand } from './end-incident';
import { receiveTransfer } from './receive-transfer';
import type { Session } from './session';
import { settleRefund } from './settle-refund';
import { listIncidents } from './view-incident';

let close: () => Promise<void>;
let session: Session;

beforeAll(() => {
  close = useShopDatabase();
  session = signedIn();
});
afterAll(() => close());

/** An order over 475.00 by bank transfer. */
async function transferOrder(change: Parameters<typeof addOrder>[0] = {}) {
  const expiresAt = new Date(now().getTime() + 600_000);
  const { id, number } = await addOrder({ paymentMethod: 'invoice', total: 475_00, expiresAt, ...change });
  const refund = async (kronor: number) => {
    const facts = { orderId: id, paymentId: null, amount: money(kronor * 100, 'SEK'), reason: 'Too much' };
    const result = await refundPayment({ ...facts, key: newKey(), by: { source: 'merchant', name: 'Åsa' } });
    if (!result.ok) throw new Error(result.reason);
    return result.id;
  };
  return {
    ...{ id, number, refund },
    receive: (kronor: number) =>
      receiveTransfer(session, number, { key: newKey(), amount: money(kronor * 100, 'SEK'), note: '' }),
    sent: (refundId: string) => settleRefund(session, { number, refundId }, { done: true, ersReference: null }),
    excess: async () => (await listIncidents(session, { number })).map(({ kind, amount }) => [kind, amount?.amount]),
    read: async () => {
      const order = await getOrder(id);
      if (!order) throw new Error('no order');
      return { state: order.state, left: totalAfterRefunds(order).amount };
    },
  };
}

describe('a transfer that is too high', () => {
  it('is listed with what is too much, until that is refunded; the receipt keeps what was due', async () => {
    const order = await transferOrder();
    expect(await order.receive(525)).toBe('paid');
    expect(await order.excess()).toEqual([['excess', 50_00]]);
    const refund = await order.refund(50);
    expect(await order.excess()).toEqual([]);
    expect(await order.sent(refund)).toBe(true);
    expect(await order.read()).toEqual({ state: 'PAID', left: 475_00 });
  });

  it('is listed again when its refund was not done', async () => {
    const order = await transferOrder();
    await order.receive(525);
    const refundId = await order.refund(50);
    await settleRefund(session, { number: order.number, refundId }, { done: false });
    expect(await order.excess()).toEqual([['excess', 50_00]]);
  });

  it('offers the refund from the bank, filled in', async () => {
    const order = await transferOrder();
    await order.receive(525);
    const [incident] = await listIncidents(session, { number: order.number });
    expect(incident).toMatchObject({ actions: ['refund', 'settle'], refundFrom: 'transfer' });
  });

  it('is ended by settling it elsewhere, and what comes after that is listed by itself', async () => {
    const order = await transferOrder();
    await order.receive(525);
    const [incident] = await listIncidents(session, { number: order.number });
    const { id = '', shown = '' } = incident ?? {};
    const form = { action: 'settle', note: 'Used for order T-2', shown };
    expect(await endIncidentByHand(session, { number: order.number, id }, form)).toBe('settled');
    expect(await order.excess()).toEqual([]);
    await order.receive(10);
    expect(await order.excess()).toEqual([['excess', 10_00]]);
    expect(await order.read()).toMatchObject({ state: 'PAID', left: 535_00 });
  });
});

describe('a transfer that comes twice', () => {
  it('is listed whole', async () => {
    const order = await transferOrder();
    await order.receive(475);
    expect(await order.excess()).toEqual([]);
    expect(await order.receive(475)).toBe('already-paid');
    expect(await order.excess()).toEqual([['excess', 475_00]]);
  });

  it.each([
    ['partly', 100, 475_00 - 100_00],
    ['fully', 475, 0],
  ])('after the order was %s refunded, all of it is too much', async (_, refunded, left) => {
    const order = await transferOrder();
    await order.receive(475);
    await order.sent(await order.refund(refunded));
    expect(await order.excess()).toEqual([]);
    expect(await order.receive(50)).toBe('already-paid');
    expect(await order.excess()).toEqual([['excess', 50_00]]);
    await order.sent(await order.refund(50));
    expect(await order.excess()).toEqual([]);
    expect((await order.read()).left).toBe(left);
  });
});

describe('a transfer for a closed order', () => {
  it('that does not cover it is listed whole; with the rest the order is honoured', async () => {
    const order = await transferOrder({ state: 'EXPIRED', closedAt: now() });
    expect(await order.receive(100)).toBe('part');
    expect(await order.excess()).toEqual([['excess', 100_00]]);
    expect(await order.receive(375)).toBe('honoured');
    expect(await order.excess()).toEqual([]);
  });

  it('which part of the money came for: after HELD_DAYS its goods are released and the money is listed', async () => {
    const expiresAt = new Date(now().getTime() - 6 * 86_400_000);
    const order = await transferOrder({ expiresAt });
    await order.receive(100);
    await runWatcherRound();
    expect((await order.read()).state).toBe('PENDING');
    const past = new Date(now().getTime() - 8 * 86_400_000);
    await db().write((tx) => tx.order.update({ where: { id: order.id }, data: { expiresAt: past } }));
    await runWatcherRound();
    expect((await order.read()).state).toBe('EXPIRED');
    expect(await order.excess()).toEqual([['excess', 100_00]]);
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { now, secondsAfter } from '../clock';
import { db } from '../db/client';
import { newKey } from '../ids';
import type { PaymentState } from '../orders/order-states';
import { addOrder } from '../testing/orders';
import { openShopDatabase } from '../testing/shop-database';
import { readPaymentStatus } from './payment-status';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

async function statusOf(state: PaymentState) {
  const { id: orderId } = await addOrder();
  const payment = { id: newKey(), orderId, attempt: 1, state, amount: 149_00, currency: 'SEK' };
  const times = { createdAt: now(), expiresAt: secondsAfter(now(), 600) };
  await db().write((tx) => tx.payment.create({ data: { ...payment, ...times } }));
  return { orderId, answer: (await readPaymentStatus(orderId))?.answer };
}

it.each(['CREATED', 'ISSUED', 'RESERVED'] as const)(
  'includes the event stream and the expiry while the payment is %s',
  async (state) => {
    const { orderId, answer } = await statusOf(state);
    expect(answer).toMatchObject({ events: `/api/orders/${orderId}/payment/events`, expiresAt: expect.any(String) });
  },
);

it.each(['PAID', 'CANCELED', 'FAILED', 'EXPIRED', 'UNKNOWN'] as const)(
  'includes neither once the payment is %s',
  async (state) => {
    const { answer } = await statusOf(state);
    expect(answer).toMatchObject({ resultCode: 0, amount: '149.00' });
    expect(answer).not.toHaveProperty('events');
    expect(answer).not.toHaveProperty('expiresAt');
  },
);

it('returns null for an unknown order', async () => {
  expect(await readPaymentStatus(newKey())).toBeNull();
});

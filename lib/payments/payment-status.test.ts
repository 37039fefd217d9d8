import { afterAll, beforeAll, expect, it } from 'vitest';
import { now, secondsAfter } from '../clock';
import { db } from '../db/client';
import { newKey } from '../ids';
import { addOrder } from '../testing/orders';
import { useShopDatabase } from '../testing/shop-database';
import { getPaymentStatus } from './payment-status';

let close: () => Promise<void>;
beforeAll(() => {
  close = useShopDatabase();
});
afterAll(() => close());

async function statusOf(state: string) {
  const { id: orderId } = await addOrder();
  const payment = { id: newKey(), orderId, attempt: 1, state, amount: 149_00, currency: 'SEK' };
  const times = { createdAt: now(), expiresAt: secondsAfter(now(), 600) };
  await db().write((tx) => tx.payment.create({ data: { ...payment, ...times } }));
  return { orderId, answer: (await getPaymentStatus(orderId))?.answer };
}

it.each(['CREATED', 'ISSUED', 'RESERVED'])('names its stream and its expiry while it is %s', async (state) => {
  const { orderId, answer } = await statusOf(state);
  expect(answer).toMatchObject({ events: `/api/orders/${orderId}/payment/events`, expiresAt: expect.any(String) });
});

it.each(['PAID', 'CANCELED', 'FAILED', 'EXPIRED', 'UNKNOWN'])('names neither when it is %s', async (state) => {
  const { answer } = await statusOf(state);
  expect(answer).toMatchObject({ resultCode: 0, amount: '149.00' });
  expect(answer).not.toHaveProperty('events');
  expect(answer).not.toHaveProperty('expiresAt');
});

it('is null for an order that does not exist', async () => {
  expect(await getPaymentStatus(newKey())).toBeNull();
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { now, secondsAfter } from '../clock';
import { db } from '../db/client';
import { newKey } from '../ids';
import type { OrderState, PaymentState } from '../orders/order-states';
import { SeqrError } from '../seqr/seqr-error';
import { addOrder } from '../testing/orders';
import { openShopDatabase } from '../testing/shop-database';
import { noteSeqrCall } from './breaker';
import { readPaymentStatus, toStatusWord } from './payment-status';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

async function addAttempt(orderId: string, attempt: number, state: PaymentState, change = {}) {
  const payment = { id: newKey(), orderId, attempt, state, amount: 149_00, currency: 'SEK' };
  const times = { createdAt: now(), expiresAt: secondsAfter(now(), 600) };
  await db().write((tx) => tx.payment.create({ data: { ...payment, ...times, ...change } }));
  return payment.id;
}

const answerOf = async (orderId: string) => (await readPaymentStatus(orderId))?.answer;

async function statusOf(state: PaymentState, change = {}) {
  const { id: orderId } = await addOrder();
  await addAttempt(orderId, 1, state, change);
  return { orderId, answer: await answerOf(orderId) };
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

it('returns the status of the paid attempt, otherwise of the latest one', async () => {
  const { id: orderId } = await addOrder();
  const first = await addAttempt(orderId, 1, 'CANCELED', { version: 4 });
  const second = await addAttempt(orderId, 2, 'ISSUED', { version: 2 });
  expect(await readPaymentStatus(orderId)).toMatchObject({ paymentId: second, open: true });
  expect(await answerOf(orderId)).toMatchObject({ status: 'ISSUED', version: 2, resultDescription: 'SUCCESS' });
  const ersReference = newKey();
  await db().write((tx) => tx.payment.update({ where: { id: first }, data: { state: 'PAID', ersReference } }));
  expect(await readPaymentStatus(orderId)).toMatchObject({ paymentId: first, open: false });
  expect(await answerOf(orderId)).toMatchObject({ status: 'PAID', version: 4, ersReference });
});

it('contains the reference only of a paid payment', async () => {
  expect((await statusOf('ISSUED', { ersReference: newKey() })).answer).not.toHaveProperty('ersReference');
});

it('contains `paidAt` only if the order is PAID and has one paid payment', async () => {
  const paidAt = new Date('2026-12-03T08:00:00.123Z');
  const statusOfPaid = async (order: { state: OrderState; paidAt: Date | null }, payments = 1) => {
    const { id } = await addOrder(order);
    for (let attempt = 1; attempt <= payments; attempt++) {
      await addAttempt(id, attempt, 'PAID', { ersReference: newKey(), paidAt });
    }
    return answerOf(id);
  };
  expect(await statusOfPaid({ state: 'PAID', paidAt })).toMatchObject({ status: 'PAID', paidAt: paidAt.toISOString() });
  for (const answer of [
    await statusOfPaid({ state: 'EXPIRED', paidAt: null }),
    await statusOfPaid({ state: 'REFUNDED', paidAt }),
    await statusOfPaid({ state: 'PAID', paidAt }, 2),
  ]) {
    expect(answer).toMatchObject({ status: 'PAID', ersReference: expect.any(String) });
    expect(answer).not.toHaveProperty('paidAt');
  }
});

it('says `held` if any payment of the order is held, unless its current payment is paid', async () => {
  const { orderId, answer } = await statusOf('CANCELED', { heldAt: now() });
  expect(answer).toMatchObject({ held: true });
  await addAttempt(orderId, 2, 'ISSUED');
  expect(await answerOf(orderId)).toMatchObject({ status: 'ISSUED', held: true });
  await addAttempt(orderId, 3, 'PAID');
  expect(await answerOf(orderId)).not.toHaveProperty('held');
  expect((await statusOf('ISSUED')).answer).not.toHaveProperty('held');
});

it('says that SEQR is down only while the payment is open', async () => {
  const lost = new SeqrError({ operation: 'getPaymentStatus', kind: 'lost', reason: 'a test' });
  for (let count = 0; count < 5; count++) noteSeqrCall(lost);
  expect((await statusOf('ISSUED')).answer).toMatchObject({ seqrDown: true });
  expect((await statusOf('CANCELED')).answer).not.toHaveProperty('seqrDown');
  noteSeqrCall(null);
  expect((await statusOf('ISSUED')).answer).not.toHaveProperty('seqrDown');
});

it('reports CREATED as ISSUED, UNKNOWN as FAILED, and other states by SEQR’s name', () => {
  expect((['CREATED', 'UNKNOWN', 'RESERVED', 'PAID'] as const).map(toStatusWord)).toEqual([
    ...['ISSUED', 'FAILED', 'RESERVED', 'PAID'],
  ]);
});

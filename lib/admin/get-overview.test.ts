import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { db } from '../db/client';
import { newUuid } from '../ids';
import { merchant } from '../merchant';
import { money } from '../money';
import { signedIn } from '../testing/admin-session';
import { addPaidOrder } from '../testing/order-rows';
import { addOrder } from '../testing/orders';
import { openShopDatabase } from '../testing/shop-database';
import { getOverview } from './get-overview';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
  vi.useFakeTimers({ now: new Date('2026-11-03T12:00:00Z'), toFake: ['Date'] });
});
afterAll(async () => {
  vi.useRealTimers();
  await close();
});

it('adds up the orders of each of the last 14 days in Sweden', async () => {
  const paid: [string, number][] = [
    ['2026-10-20T21:59:59.999Z', 1_00],
    ['2026-10-20T22:00:00.000Z', 2_00],
    // The day on which summer time ends has 25 hours.
    ['2026-10-24T22:00:00.000Z', 3_00],
    ['2026-10-25T22:59:59.999Z', 4_00],
    ['2026-10-25T23:00:00.000Z', 5_00],
    ['2026-11-03T22:59:59.999Z', 6_00],
    ['2026-11-03T23:00:00.000Z', 8_00],
  ];
  for (const [at, total] of paid) await addOrder({ state: 'PAID', paidAt: new Date(at), total });
  await addOrder({ state: 'PENDING', total: 7_00 });
  const { days } = await getOverview(signedIn());
  expect(days.map(({ day }) => day)).toEqual(expect.arrayContaining(['2026-10-21', '2026-10-31', '2026-11-03']));
  expect(days).toHaveLength(14);
  const sold = days.filter(({ orders }) => orders > 0);
  expect(sold.map(({ day, orders, sales }) => [day, orders, sales])).toEqual([
    ['2026-10-21', 1, money(2_00, merchant.currency)],
    ['2026-10-25', 2, money(7_00, merchant.currency)],
    ['2026-10-26', 1, money(5_00, merchant.currency)],
    ['2026-11-03', 1, money(6_00, merchant.currency)],
  ]);
  for (const { orders, sales } of days) if (orders === 0) expect(sales.amount).toBe(0);
});

it('subtracts a refund on the Swedish day on which it was done', async () => {
  const order = await addPaidOrder(newUuid(), 100_00, new Date('2026-10-01T12:00:00Z'));
  const done: [string, number][] = [
    ['2026-10-20T21:59:59.999Z', 1_00],
    ['2026-10-20T22:00:00.000Z', 2_00],
    ['2026-10-28T22:59:59.999Z', 3_00],
    ['2026-10-28T23:00:00.000Z', 4_00],
    ['2026-11-03T22:59:59.999Z', 5_00],
    ['2026-11-03T23:00:00.000Z', 6_00],
  ];
  for (const [at, amount] of done) await addRefund(order, amount, new Date(at));
  const { days } = await getOverview(signedIn());
  const refunded = days.filter((one) => one.refunded.amount !== 0);
  expect(refunded.map((one) => [one.day, one.refunded.amount])).toEqual([
    ['2026-10-21', 2_00],
    ['2026-10-28', 3_00],
    ['2026-10-29', 4_00],
    ['2026-11-03', 5_00],
  ]);
  expect(refunded.map(({ sales }) => sales.amount)).toEqual([0, -3_00, -4_00, 1_00]);
});

it('counts the payment attempts since the first of these days began', async () => {
  for (const at of ['2026-10-20T21:59:59.999Z', '2026-10-20T22:00:00.000Z', '2026-11-03T11:00:00.000Z'])
    await addPaidOrder(newUuid(), 100_00, new Date(at));
  const { outcomes } = await getOverview(signedIn());
  expect(outcomes).toEqual([{ state: 'PAID', count: 2 }]);
});

let serial = 1001;
/** Writes a refund of the order with its credit note. */
async function addRefund(orderId: string, amount: number, at: Date): Promise<void> {
  const [id, number] = [newUuid(), serial++];
  const { currency } = merchant;
  const refund = { id, key: id, orderId, paymentId: orderId, amount, currency, reason: '', state: 'DONE' as const };
  const vat = { create: [{ rate: 25_00, net: amount * 0.8, vat: amount * 0.2 }] };
  const note = { number, refundId: id, orderId, issuedAt: at, currency, seller: '', vat };
  await db().write(async (tx) => {
    await tx.refund.create({ data: { ...refund, createdAt: at, settledAt: at } });
    await tx.creditNote.create({ data: note });
  });
}

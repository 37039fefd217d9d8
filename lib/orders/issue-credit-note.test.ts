import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { newKey } from '../ids';
import { merchant } from '../merchant';
import { addOrder } from '../testing/orders';
import { openShopDatabase } from '../testing/shop-database';
import { issueCreditNote } from './issue-credit-note';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

const day = (number: number) => new Date(Date.UTC(2026, 0, number));

/** 250.00 at 25 % and 112.00 at 12 %, paid by a transfer on the first day. */
async function soldOrder(change: Partial<Prisma.OrderUncheckedCreateInput> = {}) {
  const line = (position: number, vatRate: number, total: number) => ({
    ...{ position, kind: 'PRODUCT' as const, slug: null, name: 'Goods', quantity: 1, unitPrice: total, vatRate, total },
  });
  const { id } = await addOrder({
    ...{ state: 'PAID', paymentMethod: 'invoice', total: 362_00, transferred: 362_00, paidAt: day(1) },
    lines: { create: [line(0, 25_00, 250_00), line(1, 12_00, 112_00)] },
    ...change,
  });
  return id;
}

async function addRefund(orderId: string, amount: number, change: Partial<Prisma.RefundUncheckedCreateInput> = {}) {
  const facts = { id: newKey(), key: newKey(), state: 'DONE' as const, currency: 'SEK', reason: '' };
  const refund = { ...facts, orderId, amount, createdAt: day(5), settledAt: day(5), ...change };
  return (await db().write((tx) => tx.refund.create({ data: refund }))).id;
}

async function issued(refundId: string) {
  const number = await db().write((tx) => issueCreditNote(tx, refundId));
  return db().read.creditNote.findUniqueOrThrow({
    where: { number },
    include: { vat: { orderBy: { rate: 'desc' }, select: { rate: true, net: true, vat: true } } },
  });
}

it('a refund has one credit note, and the numbers have no gap', async () => {
  const orderId = await soldOrder();
  const [one, other] = [await addRefund(orderId, 10_00), await addRefund(orderId, 20_00)];
  const { number, ...first } = await issued(one);
  expect(first).toMatchObject({ refundId: one, orderId, currency: 'SEK' });
  expect(JSON.parse(first.seller)).toMatchObject({ name: merchant.name, vatNumber: merchant.vatNumber });
  expect((await issued(one)).number).toBe(number);
  expect((await issued(other)).number).toBe(number + 1);
  const third = await addRefund(orderId, 5_00);
  await expect(
    db().write(async (tx) => {
      await issueCreditNote(tx, third);
      throw new Error('rolled back');
    }),
  ).rejects.toThrow('rolled back');
  expect((await issued(third)).number).toBe(number + 2);
});

it('the VAT depends on the refunds before it: first those with a credit note, then by their time', async () => {
  const orderId = await soldOrder({ transferred: 382_00 });
  await db().write((tx) =>
    tx.transfer.create({
      data: {
        id: newKey(),
        key: newKey(),
        orderId,
        amount: 20_00,
        currency: 'SEK',
        note: '',
        actor: 'Åsa',
        at: day(4),
      },
    }),
  );
  const refund = await addRefund(orderId, 60_00, { createdAt: day(6), settledAt: day(6) });
  await addRefund(orderId, 125_00, { createdAt: day(2), settledAt: day(5) });
  await addRefund(orderId, 56_00, {
    ...{ createdAt: day(3), settledAt: null },
    lines: { create: [{ position: 1, quantity: 1, amount: 56_00 }] },
  });
  const credited = await addRefund(orderId, 30_00, { createdAt: day(5), settledAt: day(7) });
  await db().write((tx) =>
    tx.creditNote.create({
      data: {
        ...{ number: 9_000, refundId: credited, orderId, currency: 'SEK', seller: '{}', issuedAt: day(7) },
        vat: { create: [{ rate: 25_00, net: 24_00, vat: 6_00 }] },
      },
    }),
  );
  await addRefund(orderId, 40_00, { currency: 'EUR', settledAt: day(3) });
  await addRefund(orderId, 50_00, { state: 'UNKNOWN', settledAt: null, createdAt: day(2) });
  // Sold: 250.00 at 25 % and 112.00 at 12 %. Earlier refunds took
  // - with the credit note: 30.00 and 0.00;
  // - by line: 0.00 and 56.00;
  // - of the refund of 125.00, 20.00 were excess; the other 105.00 took 83.70 and 21.30.
  // This leaves 136.30 and 34.70, so 60.00 splits into 47.82 and 12.18.
  expect((await issued(refund)).vat).toEqual([
    { rate: 25_00, net: 38_26, vat: 9_56 },
    { rate: 12_00, net: 10_87, vat: 1_31 },
  ]);
});

it('money that was no sale has no VAT', async () => {
  const unpaid = await soldOrder({ paidAt: null, state: 'EXPIRED' });
  expect((await issued(await addRefund(unpaid, 362_00))).vat).toEqual([]);
  const sold = await soldOrder();
  expect((await issued(await addRefund(sold, 40_00, { currency: 'EUR' }))).vat).toEqual([]);
});

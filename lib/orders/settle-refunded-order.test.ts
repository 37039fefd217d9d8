import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { newKey } from '../ids';
import { addOrder } from '../testing/orders';
import { openShopDatabase } from '../testing/shop-database';
import type { OrderState } from './order-states';
import { settleRefundedOrder } from './settle-refunded-order';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

const day = (number: number) => new Date(Date.UTC(2026, 0, number));

/** Adds an order of 100.00 that was paid with one payment on the first day, and its refunds on the following days. */
async function paidOrder(
  refunds: readonly Partial<Prisma.RefundUncheckedCreateInput>[],
  change: Partial<Prisma.OrderUncheckedCreateInput> = {},
  amount = 100_00,
) {
  const { id } = await addOrder({ state: 'PAID', total: 100_00, paidAt: day(1), ...change });
  const payment = { id: newKey(), orderId: id, attempt: 1, state: 'PAID' as const, amount, currency: 'SEK' };
  await db().write(async (tx) => {
    await tx.payment.create({ data: { ...payment, createdAt: day(1), paidAt: day(1), expiresAt: day(1) } });
    for (const [index, refund] of refunds.entries()) {
      const facts = { id: newKey(), key: newKey(), orderId: id, state: 'DONE' as const, currency: 'SEK', reason: '' };
      await tx.refund.create({ data: { ...facts, amount: 0, createdAt: day(index + 2), ...refund } });
    }
  });
  return id;
}

async function settled(id: string) {
  await db().write((tx) => settleRefundedOrder(tx, id));
  const { state, keeps } = await db().read.order.findUniqueOrThrow({ where: { id } });
  return [state, keeps];
}

it.each<[string, Parameters<typeof paidOrder>, [OrderState, number | null]]>([
  ['nothing', [[]], ['PAID', null]],
  ['a part', [[{ amount: 30_00 }]], ['PARTIALLY_REFUNDED', 70_00]],
  ['two parts', [[{ amount: 30_00 }, { amount: 20_00 }]], ['PARTIALLY_REFUNDED', 50_00]],
  ['everything', [[{ amount: 100_00 }]], ['REFUNDED', 0]],
  ['everything in parts', [[{ amount: 40_00 }, { amount: 60_00 }]], ['REFUNDED', 0]],
  ['exactly the excess', [[{ amount: 30_00 }], {}, 130_00], ['PAID', null]],
  ['more than the excess', [[{ amount: 40_00 }], {}, 130_00], ['PARTIALLY_REFUNDED', 90_00]],
  ['another currency', [[{ amount: 30_00, currency: 'EUR' }]], ['PAID', null]],
])('a paid order of which %s was refunded has the right state', async (_, order, expected) => {
  expect(await settled(await paidOrder(...order))).toEqual(expected);
});

it.each(['REQUESTED', 'UNKNOWN', 'REFUSED'] as const)('a refund that is %s changes nothing', async (state) => {
  expect(await settled(await paidOrder([{ amount: 30_00, state }]))).toEqual(['PAID', null]);
  const id = await paidOrder([{ amount: 30_00 }, { amount: 70_00, state }]);
  expect(await settled(id)).toEqual(['PARTIALLY_REFUNDED', 70_00]);
});

it.each<OrderState>(['CANCELED', 'EXPIRED', 'PENDING'])('an order that is %s stays so', async (state) => {
  expect(await settled(await paidOrder([{ amount: 100_00 }], { state, paidAt: null }))).toEqual([state, null]);
});

it('only this order changes', async () => {
  const other = await paidOrder([]);
  await settled(await paidOrder([{ amount: 30_00 }]));
  expect(await db().read.order.findUnique({ where: { id: other } })).toMatchObject({ state: 'PAID', keeps: null });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '../db/client';
import { newKey } from '../ids';
import { money } from '../money';
import { addOrder } from '../testing/orders';
import { openShopDatabase } from '../testing/shop-database';
import { formatOrderNumber } from './get-order';
import { listOrders } from './list-orders';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

const product = (position: number, quantity: number) => ({
  ...{ position, kind: 'PRODUCT' as const, name: `P${position}`, quantity, unitPrice: 10_00, total: quantity * 10_00 },
});
const delivery = { position: 9, kind: 'DELIVERY' as const, name: 'D', quantity: 1, unitPrice: 49_00, total: 49_00 };

it('lists the visitor’s orders, newest first, with their first products', async () => {
  const visitorId = newKey();
  const lines = { create: [delivery, product(3, 1), product(2, 2), product(1, 3), product(0, 4)] };
  const older = await addOrder({ visitorId, total: 149_00, createdAt: new Date(1_000), state: 'PAID', lines });
  const newer = await addOrder({ visitorId, createdAt: new Date(2_000), lines: { create: [product(0, 1)] } });
  await addOrder({ visitorId: newKey() });
  const facts = { id: newKey(), orderId: newer.id, attempt: 1, state: 'ISSUED' as const, amount: 1, currency: 'SEK' };
  const times = { createdAt: new Date(), expiresAt: new Date(), heldAt: new Date() };
  await db().write((tx) => tx.payment.create({ data: { ...facts, ...times } }));
  expect(await listOrders(visitorId)).toMatchObject([
    { id: newer.id, names: ['P0'], more: 0, pieces: 1, isHeld: true },
    {
      ...{ id: older.id, number: formatOrderNumber(older.number), createdAt: new Date(1_000), state: 'PAID' },
      ...{ paymentMethod: 'seqr', total: money(149_00, 'SEK'), isHeld: false },
      ...{ names: ['P0', 'P1', 'P2'], more: 1, pieces: 10 },
    },
  ]);
});

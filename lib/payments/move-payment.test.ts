import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '../db/client';
import type { PaymentState } from '../orders/order-states';
import { addUnpaidOrder } from '../testing/order-rows';
import { openShopDatabase } from '../testing/shop-database';
import { type Move, movePayment } from './move-payment';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

/** An attempt that is due to be checked. */
async function openPayment(state: PaymentState = 'ISSUED') {
  const id = await addUnpaidOrder(100_00);
  await db().write((tx) =>
    tx.payment.update({ where: { id }, data: { state, openOrderId: id, nextCheckAt: new Date() } }),
  );
  return id;
}

const move = (change: Omit<Move, 'source'> & Partial<Move>) =>
  db().write((tx) => movePayment(tx, { source: 'watcher', ...change }));
const read = (id: string) => db().read.payment.findUniqueOrThrow({ where: { id }, include: { events: true } });

it('keeps an open payment open and scheduled, and stores what came with the answer', async () => {
  const id = await openPayment();
  expect(await move({ id, from: 'ISSUED', to: 'RESERVED', data: { version: 7 } })).toBe(true);
  const { events, ...payment } = await read(id);
  expect(payment).toMatchObject({ state: 'RESERVED', version: 7, openOrderId: id, closedAt: null });
  expect(payment.nextCheckAt).toBeInstanceOf(Date);
  expect(events).toMatchObject([
    { fromState: 'ISSUED', toState: 'RESERVED', source: 'watcher', actor: null, detail: null },
  ]);
});

it('ends the checks of a closed payment, so that another attempt may be opened', async () => {
  const id = await openPayment();
  const by = { source: 'merchant', name: 'Åsa' } as const;
  expect(await move({ id, from: 'ISSUED', to: 'CANCELED', source: by, detail: 'asked by phone' })).toBe(true);
  const { events, ...payment } = await read(id);
  expect(payment).toMatchObject({
    state: 'CANCELED',
    openOrderId: null,
    nextCheckAt: null,
    closedAt: expect.any(Date),
  });
  expect(events).toMatchObject([{ source: 'merchant', actor: 'Åsa', detail: 'asked by phone' }]);
});

it('changes nothing if the payment has moved meanwhile', async () => {
  const id = await openPayment('RESERVED');
  expect(await move({ id, from: 'ISSUED', to: 'CANCELED' })).toBe(false);
  expect(await read(id)).toMatchObject({ state: 'RESERVED', openOrderId: id, closedAt: null, events: [] });
});

it.each<[PaymentState, PaymentState]>([
  ['PAID', 'CANCELED'],
  ['CANCELED', 'ISSUED'],
  ['ISSUED', 'CREATED'],
])('throws instead of moving from %s to %s', async (from, to) => {
  const id = await openPayment(from);
  await expect(move({ id, from, to })).rejects.toThrow('invalid transition');
  expect(await read(id)).toMatchObject({ state: from, events: [] });
});

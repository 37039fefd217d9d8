import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '../db/client';
import { newKey } from '../ids';
import { addUnpaidOrder } from '../testing/order-rows';
import { openShopDatabase } from '../testing/shop-database';
import { type HeldFacts, hasHeldPayment, holdPayment, releasePayment } from './hold-payment';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

const facts: HeldFacts = {
  ...{ kind: 'other-amount', status: 'PAID', amount: 1_00, currency: 'SEK', ersReference: '1', detail: null },
};
const read = (id: string) => db().read.payment.findUniqueOrThrow({ where: { id } });
const cancellations = (subjectId: string) => db().read.outbox.count({ where: { kind: 'cancel-invoice', subjectId } });

/** Returns the id of the order and of its payment. */
async function openPayment(): Promise<string> {
  const id = await addUnpaidOrder(100_00);
  await db().write((tx) => tx.payment.update({ where: { id }, data: { openOrderId: id } }));
  return id;
}

const hold = async (id: string, change: Partial<HeldFacts> = {}) => {
  const payment = await read(id);
  return db().write((tx) => holdPayment(tx, payment, { ...facts, ...change }));
};
const release = (id: string) =>
  db().write((tx) => releasePayment(tx, id, { outcome: 'resolved', by: { source: 'shop' } }));

it('holds a payment once, and checks it again after 8 s', async () => {
  const id = await openPayment();
  expect(await hasHeldPayment(db().read, id)).toBe(false);
  expect(await hold(id)).toBe(true);
  const { heldAt, nextCheckAt } = await read(id);
  expect((nextCheckAt?.getTime() ?? 0) - (heldAt?.getTime() ?? 0)).toBe(8_000);
  expect(await hasHeldPayment(db().read, id)).toBe(true);
  expect(await hold(id)).toBe(false);
  expect(await cancellations(id)).toBe(0);
});

it('keeps the time of the first hold if SEQR’s answer changes', async () => {
  const id = await openPayment();
  await hold(id);
  const heldAt = new Date(0);
  await db().write((tx) => tx.payment.update({ where: { id }, data: { heldAt } }));
  expect(await hold(id, { amount: 2_00 })).toBe(true);
  expect((await read(id)).heldAt).toEqual(heldAt);
});

it('cancels another attempt that is open, because the buyer has paid', async () => {
  const orderId = await addUnpaidOrder(100_00);
  const { attempt: _, ...columns } = await read(orderId);
  const next = { ...columns, id: newKey(), attempt: 2, openOrderId: orderId };
  await db().write((tx) => tx.payment.create({ data: next }));
  expect(await hold(orderId)).toBe(true);
  expect(await cancellations(next.id)).toBe(1);
  expect(await cancellations(orderId)).toBe(0);
});

it('checks a released payment soon if it is open, otherwise no longer', async () => {
  const [open, closed] = [await openPayment(), await openPayment()];
  for (const id of [open, closed]) {
    await hold(id);
    await db().write((tx) =>
      tx.payment.update({ where: { id }, data: { nextCheckAt: new Date(Date.now() + 60_000) } }),
    );
  }
  await db().write((tx) =>
    tx.payment.update({ where: { id: closed }, data: { state: 'CANCELED', closedAt: new Date() } }),
  );
  expect([await release(open), await release(closed)]).toEqual([true, true]);
  expect(await read(closed)).toMatchObject({ heldAt: null, nextCheckAt: null });
  const { heldAt, nextCheckAt } = await read(open);
  expect(heldAt).toBeNull();
  expect(nextCheckAt?.getTime()).toBeLessThanOrEqual(Date.now());
  expect(await release(open)).toBe(false);
});

import { expect, it } from 'vitest';
import { newKey, newUuid } from '../../ids';
import { getOrder, getOrderOfPayment, getOrders } from '../../orders/get-order';
import { heldKinds } from '../../orders/incidents';
import { onEachDatabase } from '../../testing/on-each-database';
import { addIncident, addPaidOrder, addRefund, addUnpaidOrder } from '../../testing/order-rows';
import { db } from '../client';
import { readOrderRow } from './read-order-row';

onEachDatabase(() => {
  const read = (id: string) => readOrderRow(db().read, { id }, heldKinds);
  const write = (id: string, data: object) => db().write((tx) => tx.order.update({ where: { id }, data }), id);
  const attempts = async (id: string) => (await read(id))?.payments.map(({ attempt }) => attempt);

  async function addAttempt(orderId: string, attempt: number, state: 'CANCELED' | 'PAID') {
    const paid = state === 'PAID' ? { paidAt: new Date(attempt * 1_000), ersReference: newKey() } : {};
    const data = { orderId, attempt, state, amount: 1_00, currency: 'SEK', createdAt: new Date(), ...paid };
    const id = newKey();
    await db().write((tx) => tx.payment.create({ data: { ...data, id, expiresAt: new Date(0) } }), orderId);
    return id;
  }

  /** `getOrders` reads with Prisma's own statements. */
  async function expectSameView(id: string) {
    const { number } = await db().read.order.findUniqueOrThrow({ where: { id } });
    const order = await getOrder(id);
    expect(order).not.toBeNull();
    expect([order]).toEqual(await getOrders([number]));
  }

  it('reads the same order as Prisma', async () => {
    const bare = await addUnpaidOrder(1_00);
    await expectSameView(bare);
    const full = await addPaidOrder(newUuid(), 3_00);
    const line = { orderId: full, quantity: 2, unitPrice: 1_00, vatRate: 25_00, total: 2_00 };
    await db().write(async (tx) => {
      await tx.orderLine.create({ data: { ...line, position: 12, kind: 'DELIVERY', slug: null, name: 'Post' } });
      await tx.orderLine.create({
        data: { ...line, position: 11, kind: 'PRODUCT', slug: 'jar', sku: 'A', name: 'Jar' },
      });
    }, full);
    await addAttempt(full, 8, 'PAID');
    await addAttempt(full, 9, 'CANCELED');
    await addRefund(full, 1_00, 'DONE', newUuid());
    await write(full, { deliveredAt: new Date(), carrier: 'Post', transferred: 5, awaitsReview: true });
    await expectSameView(full);
  });

  it('joins the paid attempts and the newest, newest first', async () => {
    const id = await addUnpaidOrder(1_00);
    const ids = new Map<number, string>();
    for (const attempt of [2, 3, 4, 5])
      ids.set(attempt, await addAttempt(id, attempt, attempt === 3 ? 'PAID' : 'CANCELED'));
    expect(await attempts(id)).toEqual([5, 3]);
    await expectSameView(id);
    const ofPaid = await getOrderOfPayment(ids.get(3) ?? '');
    expect(ofPaid?.order.id).toBe(id);
    expect(ofPaid?.ersReference).toMatch(/./);
    expect(await getOrderOfPayment('none')).toBeNull();
  });

  it('joins the first open incident, otherwise the last that was not resolved', async () => {
    const id = await addUnpaidOrder(1_00);
    const facts = { kind: 'other-amount', amount: 2_00, status: 'PAID', ersReference: null };
    let opened = 0;
    const add = (outcome: 'resolved' | 'closed' | 'settled' | null) =>
      addIncident(id, { ...facts, outcome, openedAt: new Date(++opened * 1_000) });
    const incidents = async () => (await read(id))?.incidents.map(({ kind, outcome }) => [kind, outcome]);
    expect(await incidents()).toEqual([]);
    await add('resolved');
    expect(await incidents()).toEqual([]);
    await add('closed');
    await add('settled');
    expect(await incidents()).toEqual([['other-amount', 'settled']]);
    await expectSameView(id);
    await add(null);
    expect(await incidents()).toEqual([['other-amount', null]]);
    await add('closed');
    expect(await incidents()).toEqual([['other-amount', null]]);
    await expectSameView(id);
  });

  it('shares a read only with calls of the same tick', async () => {
    const id = await addUnpaidOrder(1_00);
    const [first, second] = await Promise.all([getOrder(id), getOrder(id)]);
    expect(second).toBe(first);
    await write(id, { name: 'Changed' });
    expect((await getOrder(id))?.customer.name).toBe('Changed');
    expect(await getOrder('none')).toBeNull();
  });
});

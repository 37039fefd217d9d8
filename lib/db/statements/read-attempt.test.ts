import { expect, it } from 'vitest';
import { newUuid } from '../../ids';
import { onEachDatabase } from '../../testing/on-each-database';
import { addIncident, addPaidOrder, addRefund, addUnpaidOrder } from '../../testing/order-rows';
import { db } from '../client';
import { readAttempt } from './read-attempt';
import { readOrderToSettle } from './read-order-to-settle';

onEachDatabase(() => {
  const read = (id: string, ersReference: string | null = null) =>
    db().write((tx) => readAttempt(tx, id, ersReference), id);
  const readOrder = (id: string) => db().write((tx) => readOrderToSettle(tx, id), id);
  const numberOf = async (id: string) => (await db().read.order.findUniqueOrThrow({ where: { id } })).number;

  it('reads a payment with its order', async () => {
    const id = await addUnpaidOrder(149_00);
    const heldAt = new Date('2026-11-30T12:00:00.123Z');
    await db().write((tx) => tx.payment.update({ where: { id }, data: { heldAt, version: 3 } }), id);
    expect(await read(id)).toEqual({
      ...{ id, orderId: id, state: 'ISSUED', amount: 149_00, currency: 'SEK', version: 3, heldAt },
      ...{ invoiceReference: null, orderState: 'PENDING', orderTotal: 149_00 },
      ...{ hasChange: false, referenceOwner: null, lastRefundAt: null, isSettled: false },
      order: await readOrder(id),
    });
  });

  it('names the order whose payment or refund has the reference', async () => {
    const [id, paid] = [await addUnpaidOrder(1_00), await addPaidOrder('paid', 1_00)];
    const refunded = await addPaidOrder(newUuid(), 1_00);
    await addRefund(refunded, 1_00, 'DONE', 'refunded');
    expect((await read(id, 'paid')).referenceOwner).toBe(await numberOf(paid));
    expect((await read(id, 'refunded')).referenceOwner).toBe(await numberOf(refunded));
    expect((await read(id, 'unused')).referenceOwner).toBeNull();
  });

  it('reads when the order’s newest refund was requested', async () => {
    const id = await addPaidOrder(newUuid(), 3_00);
    for (const _ of [1, 2]) await addRefund(id, 1_00, 'DONE', newUuid());
    const { payments, refunds } = await db().read.order.findUniqueOrThrow({
      where: { id },
      include: { payments: true, refunds: { orderBy: { createdAt: 'desc' } } },
    });
    const newest = refunds[0]?.createdAt;
    expect(newest).toBeInstanceOf(Date);
    expect((await read(payments[0]?.id ?? '')).lastRefundAt).toEqual(newest);
    expect((await readOrder(id)).lastRefundAt).toEqual(newest);
  });

  it('tells whether a person has settled the payment elsewhere', async () => {
    const id = await addUnpaidOrder(1_00);
    const facts = { kind: 'other-amount', amount: 2_00, status: 'PAID', ersReference: null };
    await addIncident(id, { ...facts, outcome: 'closed' });
    expect((await read(id)).isSettled).toBe(false);
    await addIncident(id, { ...facts, outcome: 'settled' });
    expect((await read(id)).isSettled).toBe(true);
  });

  it('reads what the end of an order depends on', async () => {
    const id = await addUnpaidOrder(1_00);
    const settled = { state: 'PENDING', awaitsReview: false, paymentMethod: 'seqr', lastRefundAt: null };
    expect(await readOrder(id)).toEqual({ ...settled, hasChange: false, openAttempt: null, items: [] });
    const line = { orderId: id, name: '', quantity: 2, unitPrice: 1, vatRate: null, total: 2 };
    const change = {
      id,
      orderId: id,
      openFor: id,
      state: 'RESERVED' as const,
      fromTotal: 2,
      toTotal: 1,
      quantities: '[]',
    };
    await db().write(async (tx) => {
      await tx.orderLine.create({ data: { ...line, position: 0, kind: 'PRODUCT', slug: 'jar' } });
      await tx.orderLine.create({ data: { ...line, position: 1, kind: 'DELIVERY', slug: null } });
      await tx.orderChange.create({ data: { ...change, source: 'shop', createdAt: new Date() } });
      await tx.payment.update({ where: { id }, data: { openOrderId: id } });
    }, id);
    const items = [{ slug: 'jar', quantity: 2 }];
    expect(await readOrder(id)).toEqual({ ...settled, hasChange: true, openAttempt: id, items });
    const { hasChange, order } = await read(id);
    expect(hasChange).toBe(true);
    // The attempt itself is closed before its order is settled.
    expect(order).toEqual({ ...settled, hasChange: true, openAttempt: null, items });
    await db().write((tx) => tx.payment.update({ where: { id }, data: { openOrderId: null } }), id);
    const other = { orderId: id, openOrderId: id, state: 'CREATED', amount: 1, currency: 'SEK' } as const;
    const times = { createdAt: new Date(), expiresAt: new Date() };
    await db().write((tx) => tx.payment.create({ data: { ...other, ...times, id: `${id}-2`, attempt: 2 } }), id);
    expect((await read(id)).order).toEqual(await readOrder(id));
    expect((await read(id)).order.openAttempt).toBe(`${id}-2`);
    await db().write((tx) => tx.orderChange.update({ where: { id }, data: { openFor: null, state: 'DROPPED' } }), id);
    expect((await read(id)).hasChange).toBe(false);
  });

  it('throws for an order that does not exist', () => expect(readOrder('none')).rejects.toThrow('no such order'));
});

import { expect, it } from 'vitest';
import { now, secondsAfter } from '../../clock';
import { newKey } from '../../ids';
import { onEachDatabase } from '../../testing/on-each-database';
import { addOrder } from '../../testing/orders';
import { db } from '../client';
import { readAttemptStates } from './read-attempt-states';

onEachDatabase(() => {
  it('reads the same attempts as Prisma, newest first, with the order’s state', async () => {
    const paidAt = new Date('2026-12-03T08:00:00.123Z');
    const heldAt = new Date('2026-12-03T07:00:00.456Z');
    const [order, other] = [await addOrder({ state: 'PAID', paidAt }), await addOrder()];
    const times = { createdAt: now(), expiresAt: secondsAfter(now(), 600) };
    const attempts = [
      { orderId: order.id, attempt: 1, state: 'CANCELED', heldAt, invoiceReference: '100001' },
      { orderId: order.id, attempt: 2, state: 'PAID', version: 3, ersReference: newKey(), amount: 2 ** 31 - 1 },
      { orderId: other.id, attempt: 1, state: 'ISSUED' },
    ] as const;
    await db().write((tx) =>
      tx.payment.createMany({
        data: attempts.map((attempt) => ({ id: newKey(), amount: 149_00, currency: 'SEK', ...times, ...attempt })),
      }),
    );
    const expected = await db().read.payment.findMany({
      where: { orderId: order.id },
      orderBy: { attempt: 'desc' },
      select: {
        ...{ id: true, state: true, amount: true, currency: true, version: true, invoiceReference: true },
        ...{ ersReference: true, expiresAt: true, heldAt: true },
      },
    });
    expect(expected.map(({ state }) => state)).toEqual(['PAID', 'CANCELED']);
    expect(await readAttemptStates(db().read, order.id)).toEqual(
      expected.map((attempt) => ({ ...attempt, orderState: 'PAID', orderPaidAt: paidAt })),
    );
    expect(await readAttemptStates(db().read, other.id)).toMatchObject([{ orderState: 'PENDING', orderPaidAt: null }]);
    expect(await readAttemptStates(db().read, newKey())).toEqual([]);
  });
});

import { now, secondsAfter } from '../clock';
import { db } from '../db/client';
import { TestApiError } from './test-route';

/** Makes an unpaid order, and its open payment, expire now. The watcher then closes it as it does any other. */
export async function expireOrder(id: string): Promise<{ expiresAt: Date }> {
  const expiresAt = secondsAfter(now(), -1);
  await db().write(async (tx) => {
    const { count } = await tx.order.updateMany({ where: { id, state: 'PENDING' }, data: { expiresAt } });
    if (count === 0) throw await refusal(id, 'The order is not open, so it cannot expire.');
    await tx.payment.updateMany({ where: { openOrderId: id }, data: { expiresAt, nextCheckAt: expiresAt } });
  }, id);
  return { expiresAt };
}

/** Postpones the shop's next poll of an order's open payment. Notifications and pages still update it. */
export async function pausePolling(id: string, seconds: number): Promise<{ nextCheckAt: Date }> {
  const nextCheckAt = secondsAfter(now(), seconds);
  const { count } = await db().write(
    (tx) => tx.payment.updateMany({ where: { openOrderId: id }, data: { nextCheckAt } }),
    id,
  );
  if (count === 0) throw await refusal(id, 'The order has no open payment.');
  return { nextCheckAt };
}

async function refusal(id: string, reason: string): Promise<TestApiError> {
  const order = await db().read.order.findUnique({ where: { id }, select: { id: true } });
  return order ? new TestApiError(409, reason) : new TestApiError(404, 'There is no such order.');
}

import { endSession, verifySession } from '../admin/session';
import { now, secondsAfter } from '../clock';
import { db } from '../db/client';
import { ownProduct } from './products';
import { TestApiError } from './test-route';

const MAX_BATCH = 100;

/** Makes an unpaid order, and its open payment, expire now. The watcher then closes it as it does any other. */
export async function expireOrder(id: string): Promise<{ expiresAt: Date }> {
  const expiresAt = secondsAfter(now(), -1);
  if (!(await expireAt(expiresAt, id))) throw await refusal(id, 'The order is not open, so it cannot expire.');
  return { expiresAt };
}

/**
 * Makes the unpaid orders with a product of the namespace expire now, and the watcher then releases their units. `more`:
 * orders may be left, so the caller repeats the request.
 */
export async function expireOrdersOf(slug: string, namespace: string): Promise<{ expired: string[]; more: boolean }> {
  const product = await db().read.product.findFirst({ where: ownProduct(slug, namespace), select: { slug: true } });
  if (!product) throw new TestApiError(404, `The namespace ${namespace} has no such product.`);
  const orders = await db().read.order.findMany({
    where: { state: 'PENDING', expiresAt: { gt: now() }, lines: { some: { slug } } },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
    take: MAX_BATCH,
  });
  const expiresAt = secondsAfter(now(), -1);
  const expired: string[] = [];
  // An order that has been paid meanwhile stays as it is.
  for (const { id } of orders) if (await expireAt(expiresAt, id)) expired.push(id);
  return { expired, more: orders.length === MAX_BATCH };
}

/** False if the order is not open. */
async function expireAt(expiresAt: Date, id: string): Promise<boolean> {
  return db().write(async (tx) => {
    const { count } = await tx.order.updateMany({ where: { id, state: 'PENDING' }, data: { expiresAt } });
    if (count === 0) return false;
    await tx.payment.updateMany({ where: { openOrderId: id }, data: { expiresAt, nextCheckAt: expiresAt } });
    return true;
  }, id);
}

/** Makes a session of the back office expire now, given the value of its cookie `admin-session`. */
export async function expireSession(cookie: string): Promise<{ expiresAt: Date }> {
  const session = await verifySession(cookie);
  if (!session) throw new TestApiError(404, 'There is no such session.');
  // The cookie's expiry is signed, so the session is ended instead. Both are refused alike.
  await endSession(session);
  return { expiresAt: now() };
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

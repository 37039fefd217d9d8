import { db } from '../db/client';
import { recordOrderEvent } from '../orders/order-events';
import { actorOf, type Session } from './session';

/**
 * Undoes `markDelivered`. The history keeps both entries. `refused` unless the order is marked as sent; null if it does
 * not exist.
 */
export async function undoDelivery(session: Session, number: number): Promise<'undelivered' | 'refused' | null> {
  const order = await db().read.order.findUnique({ where: { number }, select: { id: true } });
  if (!order) return null;
  return db().write(async (tx) => {
    const { count } = await tx.order.updateMany({
      where: { id: order.id, deliveredAt: { not: null } },
      data: { deliveredAt: null, carrier: null, trackingUrl: null },
    });
    if (count === 0) return 'refused';
    await recordOrderEvent(tx, order.id, actorOf(session), { kind: 'undelivered' });
    return 'undelivered';
  }, order.id);
}

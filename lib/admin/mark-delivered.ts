import { now } from '../clock';
import { db } from '../db/client';
import { canDeliver } from '../orders/allowed-actions';
import { recordOrderEvent } from '../orders/order-events';
import { actorOf, type Session } from './session';

/** The parcel is on its way. `refused` unless the order is paid and was not sent before; null where there is none. */
export async function markDelivered(session: Session, number: number): Promise<'delivered' | 'refused' | null> {
  return db().write(async (tx) => {
    const order = await tx.order.findUnique({ where: { number } });
    if (!order) return null;
    if (!canDeliver(order)) return 'refused';
    const { count } = await tx.order.updateMany({
      where: { number, state: order.state, deliveredAt: null },
      data: { deliveredAt: now() },
    });
    if (count === 0) return 'refused';
    await recordOrderEvent(tx, order.id, actorOf(session), { kind: 'delivered' });
    return 'delivered';
  });
}

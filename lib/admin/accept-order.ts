import { db } from '../db/client';
import { canAccept } from '../orders/allowed-actions';
import { recordOrderEvent } from '../orders/order-events';
import { NotInStock, acceptOrder as reserveAccepted } from '../orders/transfer-review';
import { enqueue } from '../payments/enqueue';
import { actorOf, type Session } from './session';

/**
 * Holds the goods of a large order by bank transfer and mails its buyer how to pay. `not-in-stock` where others have
 * bought the goods meanwhile, `refused` where the order awaits no review, null where there is no such order.
 */
export async function acceptOrder(
  session: Session,
  number: number,
): Promise<'accepted' | 'not-in-stock' | 'refused' | null> {
  const order = await db().read.order.findUnique({ where: { number } });
  if (!order) return null;
  if (!canAccept(order)) return 'refused';
  try {
    return await db().write(async (tx) => {
      if (!(await reserveAccepted(tx, order.id))) return 'refused';
      await recordOrderEvent(tx, order.id, actorOf(session), { kind: 'accepted' });
      await enqueue(tx, 'mail-transfer', order.id);
      return 'accepted';
    });
  } catch (error) {
    if (error instanceof NotInStock) return 'not-in-stock';
    throw error;
  }
}

import { listScenes, type OrderScenes } from '../behind-the-scenes/list-scenes';
import { config } from '../config';
import { db } from '../db/client';
import type { OrderDetails } from './get-order-details';
import { type AnySession, ownOrders } from './visitor-session';

/**
 * Everything that the shop and SEQR did about an order. Null if the shop does not show it, or if the session may not see
 * the order.
 */
export async function getOrderScenes(
  session: AnySession,
  { id }: Pick<OrderDetails, 'id'>,
): Promise<OrderScenes | null> {
  if (!config().behindTheScenes.enabled) return null;
  const order = await db().read.order.findFirst({ where: { id, ...ownOrders(session) }, select: { id: true } });
  return order && listScenes(order.id);
}

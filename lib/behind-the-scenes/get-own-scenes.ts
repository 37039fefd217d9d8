import { config } from '../config';
import { db } from '../db/client';
import { listScenes, type OrderScenes } from './list-scenes';

/**
 * Whether this visitor may see what happens behind the scenes of an order: only in a shop that uses the sandbox and shows
 * this, and only in the browser that placed the order. The order's address alone is not enough.
 */
export async function maySeeScenes(orderId: string, visitorId: string | null): Promise<boolean> {
  if (!config().behindTheScenes.enabled || visitorId === null) return false;
  const order = await db().read.order.findUnique({ where: { id: orderId }, select: { visitorId: true } });
  return order?.visitorId === visitorId;
}

/** Everything that the shop and SEQR did about the visitor's order. Null if the visitor may not see it. */
export async function getOwnScenes(orderId: string, visitorId: string | null): Promise<OrderScenes | null> {
  return (await maySeeScenes(orderId, visitorId)) ? listScenes(orderId) : null;
}

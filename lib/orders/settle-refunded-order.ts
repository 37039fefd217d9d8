import type { Tx } from '../db/client';
import { type OrderEvent, orderStep } from './order-states';

/**
 * The order's event for the amount that the shop has kept, which is all it received minus all it refunded. Null if that
 * still covers the order's total, as after the refund of a duplicate payment.
 */
function eventForKept(total: number, kept: number): OrderEvent | null {
  if (kept >= total) return null;
  return kept > 0 ? 'partly-refunded' : 'fully-refunded';
}

/** Updates a paid order's state after a refund is done. A closed order stays closed. */
export async function settleRefundedOrder(tx: Tx, orderId: string): Promise<void> {
  const order = await tx.order.findUniqueOrThrow({ where: { id: orderId } });
  const { currency, total } = order;
  const paid = await tx.payment.aggregate({ where: { orderId, currency, state: 'PAID' }, _sum: { amount: true } });
  const back = await tx.refund.aggregate({ where: { orderId, currency, state: 'DONE' }, _sum: { amount: true } });
  const kept = (paid._sum.amount ?? 0) + order.transferred - (back._sum.amount ?? 0);
  const event = eventForKept(total, kept);
  if (event === null) return;
  const from = order.state;
  const { to } = orderStep(from, event);
  if (to !== 'PARTIALLY_REFUNDED' && to !== 'REFUNDED') return;
  // `keeps` never rises, because money that arrives later does not belong to the order.
  const keeps = Math.max(0, Math.min(order.keeps ?? total, kept));
  await tx.order.updateMany({ where: { id: orderId, state: from }, data: { state: to, keeps } });
}

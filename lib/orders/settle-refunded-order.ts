import type { Tx } from '../db/client';
import { type OrderEvent, type OrderState, orderStep } from './order-states';

/**
 * What a refund means to a paid order follows from the money that is kept: what came by all ways less what is paid back,
 * so that a payment that came twice and went back once leaves the order as it was (null).
 */
export function eventOfMoneyKept(total: number, kept: number): OrderEvent | null {
  if (kept >= total) return null;
  return kept > 0 ? 'refunded-in-part' : 'refunded-in-full';
}

/** Moves a paid order's state after a refund is done. An order that was given up stays given up. */
export async function settleRefundedOrder(tx: Tx, orderId: string): Promise<void> {
  const order = await tx.order.findUniqueOrThrow({ where: { id: orderId } });
  const { currency, total } = order;
  const paid = await tx.payment.aggregate({ where: { orderId, currency, state: 'PAID' }, _sum: { amount: true } });
  const back = await tx.refund.aggregate({ where: { orderId, currency, state: 'DONE' }, _sum: { amount: true } });
  const kept = (paid._sum.amount ?? 0) + order.transferred - (back._sum.amount ?? 0);
  const event = eventOfMoneyKept(total, kept);
  if (event === null) return;
  const from = order.state as OrderState;
  const { to } = orderStep(from, event);
  if (to !== 'PARTIALLY_REFUNDED' && to !== 'REFUNDED') return;
  // Money that arrives from now on is not the order's, so what it keeps never rises again.
  const keeps = Math.max(0, Math.min(order.keeps ?? total, kept));
  await tx.order.updateMany({ where: { id: orderId, state: from }, data: { state: to, keeps } });
}

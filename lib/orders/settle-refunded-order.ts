import type { Tx } from '../db/client';
import type { OrderState } from './order-states';

/**
 * What refunds make of a paid order's state: it follows from the money that is kept. Kept is what came by all ways less
 * what is paid back, so a payment that came twice and went back once leaves the order as it was.
 */
export function stateByMoneyKept(total: number, kept: number): Extract<OrderState, 'PAID' | `${string}REFUNDED`> {
  if (kept >= total) return 'PAID';
  return kept > 0 ? 'PARTIALLY_REFUNDED' : 'REFUNDED';
}

/** Moves a paid order's state after a refund is done. An order that was given up stays given up. */
export async function settleRefundedOrder(tx: Tx, orderId: string): Promise<void> {
  const order = await tx.order.findUniqueOrThrow({ where: { id: orderId } });
  const paid = await tx.payment.aggregate({ where: { orderId, state: 'PAID' }, _sum: { amount: true } });
  const back = await tx.refund.aggregate({ where: { orderId, state: 'DONE' }, _sum: { amount: true } });
  const kept = (paid._sum.amount ?? 0) + order.transferred - (back._sum.amount ?? 0);
  await tx.order.updateMany({
    where: { id: orderId, state: { in: ['PAID', 'PARTIALLY_REFUNDED'] } },
    data: { state: stateByMoneyKept(order.total, kept) },
  });
}

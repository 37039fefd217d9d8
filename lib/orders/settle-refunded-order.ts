import type { Tx } from '../db/client';
import { mayKeep, readMovements, receivedUntil } from './kept-money';
import { type OrderEvent, orderStep } from './order-states';

/**
 * The order's event for the amount that the shop has kept of the order's own money. Null if that still covers the order's
 * total, as after the refund of a duplicate payment.
 */
function eventForKept(total: number, kept: number): OrderEvent | null {
  if (kept >= total) return null;
  return kept > 0 ? 'partly-refunded' : 'fully-refunded';
}

/** Updates a paid order's state after a refund is done. A closed order stays closed. */
export async function settleRefundedOrder(tx: Tx, orderId: string): Promise<void> {
  const order = await readMovements(tx, orderId);
  const done = order.refunds.filter(({ state, currency }) => state === 'DONE' && currency === order.currency);
  const left = done.reduce((rest, { amount }) => rest - amount, receivedUntil(order));
  const kept = Math.max(
    0,
    Math.min(
      left,
      mayKeep(order, ({ state }) => state === 'DONE'),
    ),
  );
  const event = eventForKept(order.total, kept);
  if (event === null) return;
  const from = order.state;
  const { to } = orderStep(from, event);
  if (to !== 'PARTIALLY_REFUNDED' && to !== 'REFUNDED') return;
  await tx.order.updateMany({ where: { id: orderId, state: from }, data: { state: to, keeps: kept } });
}

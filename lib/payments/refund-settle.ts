import { now } from '../clock';
import type { Tx } from '../db/client';
import { reviewExcess } from '../orders/excess';
import { type Actor, type OrderEventContent, recordOrderEvent } from '../orders/order-events';
import { settleRefundedOrder } from '../orders/settle-refunded-order';
import { enqueue } from './enqueue';
import { NOT_SENT, type RefundState } from './refund-states';

export type RefundOutcome =
  | { readonly state: 'DONE'; readonly ersReference: string | null }
  | { readonly state: 'REFUSED'; readonly failure: string }
  | { readonly state: 'UNKNOWN'; readonly failure: string };

/**
 * Writes down what became of a refund, and what follows: DONE moves the order's state, REFUSED gives the reserved sum
 * free. A compare-and-swap on the refund's state; false when it is in none of `from` any more.
 */
export async function settleRefund(
  tx: Tx,
  id: string,
  from: readonly RefundState[],
  outcome: RefundOutcome,
  by: Actor,
): Promise<boolean> {
  const row = await tx.refund.findUniqueOrThrow({ where: { id } });
  const { count } = await tx.refund.updateMany({
    where: { id, state: { in: [...from] } },
    data: { settledAt: now(), failure: null, ...outcome },
  });
  if (count === 0) return false;
  if (outcome.state === 'REFUSED') await giveFree(tx, row);
  if (outcome.state === 'DONE') {
    await settleRefundedOrder(tx, row.orderId);
    await enqueue(tx, 'mail-refund', id);
  }
  // One that was never sent is retried by itself.
  if (outcome.state === 'REFUSED' && outcome.failure !== NOT_SENT) await reviewExcess(tx, row.orderId);
  // A refund that goes on failing for the same reason is one line in the history.
  const isNews = outcome.state === 'DONE' || outcome.failure !== row.failure;
  if (isNews) await recordOrderEvent(tx, row.orderId, by, eventOf(outcome, row, by));
  return true;
}

function eventOf(
  outcome: RefundOutcome,
  { id, amount, currency }: { id: string; amount: number; currency: string },
  { source }: Actor,
): OrderEventContent {
  const facts = { refundId: id, amount, currency };
  const byHand = source === 'merchant';
  switch (outcome.state) {
    case 'DONE':
      return { kind: 'refund-done', ...facts, ersReference: outcome.ersReference, byHand };
    case 'REFUSED':
      return { kind: 'refund-refused', ...facts, failure: outcome.failure, byHand };
    case 'UNKNOWN':
      return { kind: 'refund-unknown', ...facts, failure: outcome.failure };
  }
}

async function giveFree(
  tx: Tx,
  { paymentId, orderId, amount }: { paymentId: string | null; orderId: string; amount: number },
): Promise<void> {
  if (paymentId === null) {
    await tx.order.update({ where: { id: orderId }, data: { paidBack: { decrement: amount } } });
  } else {
    await tx.payment.update({ where: { id: paymentId }, data: { refunded: { decrement: amount } } });
  }
}

import { now } from '../clock';
import type { Tx } from '../db/client';
import { reviewExcess } from '../orders/excess';
import { issueCreditNote } from '../orders/issue-credit-note';
import { type Actor, type OrderEventContent, recordOrderEvent } from '../orders/order-events';
import { NOT_SENT, type RefundState } from '../orders/refund-states';
import { returnPieces } from '../orders/return-pieces';
import { settleRefundedOrder } from '../orders/settle-refunded-order';
import { enqueue } from '../outbox/enqueue';

export type RefundOutcome =
  | { readonly state: 'DONE'; readonly ersReference: string | null }
  | { readonly state: 'REFUSED'; readonly failure: string }
  | { readonly state: 'UNKNOWN'; readonly failure: string };

/**
 * Records a refund's outcome and what follows. DONE updates the order's state, returns units to stock if the merchant asked
 * for it with this or an earlier refund, and issues the credit note. REFUSED releases the reserved amount. UNKNOWN keeps it
 * reserved. False, without a change, if the refund's state is no longer in `from`.
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
    data: { settledAt: outcome.state === 'UNKNOWN' ? null : now(), failure: null, ...outcome },
  });
  if (count === 0) return false;
  if (outcome.state === 'REFUSED') await releaseReservedAmount(tx, row);
  if (outcome.state === 'DONE') {
    await settleRefundedOrder(tx, row.orderId);
    await enqueue(tx, 'mail-refund', id);
    const returned = await returnPieces(tx, id);
    // Last, because refunds that are settled concurrently wait for the next number.
    const creditNote = await issueCreditNote(tx, id);
    await recordOrderEvent(tx, row.orderId, by, eventOf(outcome, row, by, { creditNote, returned }));
    return true;
  }
  if (outcome.state === 'UNKNOWN') await enqueue(tx, 'mail-attention', id);
  // The shop retries its own refund that was never sent, unless it has meanwhile marked it UNKNOWN, which ends the retries. A
  // merchant's refund is not retried either. The back office then lists the money again as an amount to refund.
  const isRetried = row.source === 'shop' && row.state === 'REQUESTED' && outcome.failure === NOT_SENT;
  if (outcome.state === 'REFUSED' && !isRetried) await reviewExcess(tx, row.orderId);
  // Repeated failures for the same reason make one history entry.
  if (outcome.failure !== row.failure) await recordOrderEvent(tx, row.orderId, by, eventOf(outcome, row, by));
  return true;
}

function eventOf(
  outcome: RefundOutcome,
  { id, amount, currency }: { id: string; amount: number; currency: string },
  { source }: Actor,
  { creditNote, returned }: { creditNote?: number; returned?: number } = {},
): OrderEventContent {
  const facts = { refundId: id, amount, currency };
  const byHand = source === 'merchant';
  switch (outcome.state) {
    case 'DONE':
      return {
        ...{ kind: 'refund-done', ...facts, ersReference: outcome.ersReference, byHand },
        ...(creditNote && { creditNote }),
        ...(returned && { returned }),
      };
    case 'REFUSED':
      return { kind: 'refund-refused', ...facts, failure: outcome.failure, byHand };
    case 'UNKNOWN':
      return { kind: 'refund-unknown', ...facts, failure: outcome.failure };
  }
}

async function releaseReservedAmount(
  tx: Tx,
  { paymentId, orderId, amount }: { paymentId: string | null; orderId: string; amount: number },
): Promise<void> {
  if (paymentId === null) {
    await tx.order.update({ where: { id: orderId }, data: { paidBack: { decrement: amount } } });
  } else {
    await tx.payment.update({ where: { id: paymentId }, data: { refunded: { decrement: amount } } });
  }
}

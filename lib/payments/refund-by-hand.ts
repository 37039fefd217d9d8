import { db } from '../db/client';
import type { Actor } from '../orders/order-events';
import { type RefundOutcome, settleRefund } from './refund-settle';

/** What a person found out; `ersReference` is the refund's own at SEQR, where they know it. */
export type RefundVerdict = { readonly done: true; readonly ersReference: string | null } | { readonly done: false };

/**
 * A person knows what became of a refund: SEQR's support or report said so, or the bank transfer was sent. Only for one
 * that is UNKNOWN, or of a bank transfer and REQUESTED; false for any other, and for a reference that is another's.
 */
export async function settleRefundByHand(id: string, verdict: RefundVerdict, by: Actor): Promise<boolean> {
  return db().write(async (tx) => {
    const refund = await tx.refund.findUnique({ where: { id } });
    if (!refund) return false;
    const from = refund.paymentId === null ? (['REQUESTED', 'UNKNOWN'] as const) : (['UNKNOWN'] as const);
    const outcome: RefundOutcome = verdict.done
      ? { state: 'DONE', ersReference: verdict.ersReference }
      : { state: 'REFUSED', failure: 'not-done' };
    if (verdict.done && verdict.ersReference !== null) {
      if (await tx.refund.findUnique({ where: { ersReference: verdict.ersReference } })) return false;
    }
    return settleRefund(tx, id, from, outcome, by);
  });
}

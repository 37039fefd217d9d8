import { db } from '../db/client';
import type { Actor } from '../orders/order-events';
import { findReferenceOwner, referenceScope } from '../payments/find-reference-owner';
import { type RefundOutcome, settleRefund } from './settle-refund';

/** A manual decision. `ersReference` is the refund's own reference, if known. */
export type RefundVerdict = { readonly done: true; readonly ersReference: string | null } | { readonly done: false };

/**
 * Settles a refund by manual decision, because SEQR's support or report shows the outcome or the bank transfer was sent.
 * False unless the refund is UNKNOWN, or is a bank transfer and REQUESTED. Also false if another refund or payment has the
 * reference.
 */
export async function settleRefundByHand(id: string, verdict: RefundVerdict, by: Actor): Promise<boolean> {
  const refund = await db().read.refund.findUnique({ where: { id }, select: { orderId: true, paymentId: true } });
  if (!refund) return false;
  const reference = verdict.done ? verdict.ersReference : null;
  return db().write(
    async (tx) => {
      const from = refund.paymentId === null ? (['REQUESTED', 'UNKNOWN'] as const) : (['UNKNOWN'] as const);
      const outcome: RefundOutcome = verdict.done
        ? { state: 'DONE', ersReference: verdict.ersReference }
        : { state: 'REFUSED', failure: 'not-done' };
      if (reference !== null && (await findReferenceOwner(tx, reference))) return false;
      return settleRefund(tx, id, from, outcome, by);
    },
    [refund.orderId, ...referenceScope(reference)],
  );
}

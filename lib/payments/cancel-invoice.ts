import { db } from '../db/client';
import { isOpen, type PaymentState } from '../orders/order-states';
import { ResultCode } from '../seqr/contract/result-codes';
import { seqr } from '../seqr/from-config';
import { SeqrError } from '../seqr/seqr-error';
import { noteSeqrCall } from './breaker';
import { movePayment } from './move-payment';
import { syncPayment } from './sync-payment';

/**
 * `canceled`: nobody can pay it any more; `paid`: it was paid before; `busy`: the payer is confirming this moment.
 * Anything else throws SeqrError, and the question is open.
 */
export type CancelOutcome = 'canceled' | 'paid' | 'busy';

/** Withdraws an invoice at SEQR. Safe to repeat: what is canceled answers 95. */
export async function cancelInvoice(invoiceReference: string): Promise<CancelOutcome> {
  try {
    await seqr().cancelInvoice({ invoiceReference });
    noteSeqrCall(null);
    return 'canceled';
  } catch (error) {
    if (!(error instanceof SeqrError)) throw error;
    noteSeqrCall(error);
    switch (error.resultCode) {
      case ResultCode.INVOICE_ALREADY_CANCELED:
      case ResultCode.PAYMENT_ALREADY_CANCELLED:
      case ResultCode.PAYMENT_EXPIRED:
        return 'canceled';
      case ResultCode.CANNOT_CANCEL_PAID_INVOICE:
        return 'paid';
      case ResultCode.CANNOT_CANCEL_INVOICE_IN_PROGRESS:
      case ResultCode.PAYMENT_IN_PROGRESS:
        return 'busy';
      default:
        throw error;
    }
  }
}

/**
 * Withdraws an invoice that must not be paid any more: its code was never shown, for the answer with it came after the
 * attempt had been given up; or its order has been paid by another attempt. What was paid all the same is booked, and
 * settling it sends the money back.
 */
export async function cancelAbandonedInvoice(paymentId: string): Promise<void> {
  const { invoiceReference, state } = await db().read.payment.findUniqueOrThrow({ where: { id: paymentId } });
  // Its invoice may be on the way.
  if (state === 'CREATED') throw new Error('the attempt to withdraw is not issued yet');
  if (invoiceReference === null) return;
  const outcome = await cancelInvoice(invoiceReference).catch(unlessUnknown);
  if (outcome === 'paid') {
    const sync = await syncPayment(paymentId, isOpen(state as PaymentState) ? 'watcher' : 'notification');
    if (sync !== 'answered') throw new Error('the abandoned invoice is paid, and SEQR does not say how');
    return;
  }
  if (outcome !== 'canceled') throw new Error(`the abandoned invoice is ${outcome}`);
  if (!isOpen(state as PaymentState)) return;
  const from = state as PaymentState;
  await db().write((tx) => movePayment(tx, { id: paymentId, from, to: 'CANCELED', source: 'watcher' }));
}

/** An invoice that SEQR does not know (54) cannot be paid through it either. */
function unlessUnknown(error: unknown): CancelOutcome {
  if (error instanceof SeqrError && error.resultCode === ResultCode.INVALID_INVOICE_REFERENCE) return 'canceled';
  throw error;
}

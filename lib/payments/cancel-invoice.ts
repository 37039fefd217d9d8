import { db } from '../db/client';
import type { Payment } from '../db/generated/client';
import { isOpen, type PaymentState } from '../orders/order-states';
import { ResultCode } from '../seqr/contract/result-codes';
import { seqr } from '../seqr/from-config';
import { SeqrError } from '../seqr/seqr-error';
import { noteSeqrCall } from './breaker';
import { movePayment } from './move-payment';
import { syncPayment } from './sync-payment';

/**
 * `canceled`: the invoice can no longer be paid; `paid`: it was already paid; `busy`: the payer is confirming right now.
 * After any other answer, or none, cancelInvoice throws a SeqrError, and the outcome is unknown.
 */
export type CancelOutcome = 'canceled' | 'paid' | 'busy';

/** Cancels an invoice at SEQR. Safe to repeat: SEQR answers 95 for a cancelled one. */
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
 * Cancels an invoice that must no longer be paid: its code was never shown because SEQR's answer arrived too late, or
 * another attempt has paid the order. If it was paid anyway, the payment is booked and then refunded. Throws, so that the
 * outbox retries, while the invoice may still be paid.
 */
export async function cancelAbandonedInvoice(paymentId: string): Promise<void> {
  const { invoiceReference, state, orderId } = await readPayment(paymentId);
  // The answer to sendInvoice may still arrive.
  if (state === 'CREATED') throw new Error('the payment attempt is not issued yet');
  if (invoiceReference === null) return;
  const outcome = await cancelInvoice(invoiceReference).catch(unlessUnknown);
  if (outcome === 'paid') {
    const sync = await syncPayment(paymentId, isOpen(state) ? 'watcher' : 'refusal');
    if (sync !== 'answered') throw new Error('the abandoned invoice is paid, but SEQR did not return its status');
    if (!(await isDecided(paymentId, state))) {
      throw new Error(
        'cancelInvoice answered 50 (paid) for the abandoned invoice, but getPaymentStatus does not report it as paid',
      );
    }
    return;
  }
  if (outcome !== 'canceled') throw new Error(`the abandoned invoice is ${outcome}`);
  if (!isOpen(state)) return;
  const from = state;
  await db().write((tx) => movePayment(tx, { id: paymentId, from, to: 'CANCELED', source: 'watcher' }), orderId);
}

/**
 * Whether no retry is needed: the payment is booked or held, SEQR's status has just closed it, or a person has settled or
 * closed its incident.
 */
async function isDecided(id: string, before: PaymentState): Promise<boolean> {
  const { state, heldAt } = await readPayment(id);
  if (heldAt !== null || state === 'PAID' || (isOpen(before) && !isOpen(state))) return true;
  return (await db().read.incident.count({ where: { paymentId: id, outcome: { in: ['settled', 'closed'] } } })) > 0;
}

function readPayment(id: string): Promise<Payment> {
  return db().read.payment.findUniqueOrThrow({ where: { id } });
}

/** An invoice unknown to SEQR (54) cannot be paid. */
function unlessUnknown(error: unknown): CancelOutcome {
  if (error instanceof SeqrError && error.resultCode === ResultCode.INVALID_INVOICE_REFERENCE) return 'canceled';
  throw error;
}

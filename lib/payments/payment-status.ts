import { db } from '../db/client';
import { readAttemptStates } from '../db/statements/read-attempt-states';
import { storedMoney, toDecimal } from '../money';
import { isOpen, type PaymentState } from '../orders/order-states';
import { paymentEventsPath } from '../orders/order-urls';
import { seqrIsDown } from './breaker';

/** The payment view's input, in SEQR's terms, so that any version of the view understands it. */
export type StatusAnswer = {
  readonly resultCode: 0;
  readonly resultDescription: 'SUCCESS';
  readonly status: string;
  readonly version: number;
  /** The amount to pay, such as `149.00`. It may change: the merchant can reduce an unpaid order. */
  readonly amount: string;
  /** The attempt's invoice, once SEQR has it. A page that shows another invoice's code is out of date. */
  readonly invoiceReference?: string;
  readonly expiresAt?: string;
  readonly ersReference?: string;
  /** When the order was paid, in ISO format. Present only while the order is PAID and has one paid payment. */
  readonly paidAt?: string;
  /** The event stream with the same data, while the payment is open. */
  readonly events?: string;
  /** The payment does not match the order, or SEQR's answers are inconsistent: do not ask for payment. */
  readonly held?: true;
  /** SEQR does not answer: this status may be outdated. */
  readonly seqrDown?: true;
};

/** The status of the order's paid or latest attempt from the database. Returns null if the order has no attempt. */
export async function readPaymentStatus(
  orderId: string,
): Promise<{ paymentId: string; open: boolean; answer: StatusAnswer } | null> {
  const attempts = await readAttemptStates(db().read, orderId);
  const [paid, anotherPaid] = attempts.filter((attempt) => attempt.state === 'PAID');
  const payment = paid ?? attempts[0];
  if (!payment) return null;
  const state = payment.state;
  const open = isOpen(state);
  const orderPaidAt = paid && !anotherPaid && paid.orderState === 'PAID' ? paid.orderPaidAt : null;
  return {
    paymentId: payment.id,
    open,
    answer: {
      resultCode: 0,
      resultDescription: 'SUCCESS',
      status: toStatusWord(state),
      version: payment.version,
      amount: toDecimal(storedMoney(payment.amount, payment.currency)),
      ...(payment.invoiceReference ? { invoiceReference: payment.invoiceReference } : {}),
      ...(open && { expiresAt: payment.expiresAt.toISOString(), events: paymentEventsPath(orderId) }),
      ...(attempts.some(({ heldAt }) => heldAt !== null) && state !== 'PAID' ? { held: true } : {}),
      ...(open && seqrIsDown() ? { seqrDown: true } : {}),
      ...(payment.ersReference && state === 'PAID' ? { ersReference: payment.ersReference } : {}),
      ...(orderPaidAt ? { paidAt: orderPaidAt.toISOString() } : {}),
    },
  };
}

/** SEQR's word for a state. SEQR has none for CREATED and UNKNOWN, which are reported as issued and failed. */
export function toStatusWord(state: PaymentState): string {
  if (state === 'CREATED') return 'ISSUED';
  if (state === 'UNKNOWN') return 'FAILED';
  return state;
}

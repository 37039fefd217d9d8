import { db } from '../db/client';
import { storedMoney, toDecimal } from '../money';
import { isOpen, type PaymentState } from '../orders/order-states';
import { seqrIsDown } from './breaker';

/** What the payment view reads: SEQR's words, so that any generation of the view understands it. */
export type StatusAnswer = {
  readonly resultCode: 0;
  readonly resultDescription: 'SUCCESS';
  readonly status: string;
  readonly version: number;
  /** What is to pay, such as `149.00`: the merchant may take something out of an unpaid order. */
  readonly amount: string;
  readonly expiresAt?: string;
  readonly ersReference?: string;
  /** The stream that sends the same answers, while there is something to wait for. */
  readonly events?: string;
  /** A payment came that does not match, or SEQR’s answers make no sense: nobody is asked to pay. */
  readonly held?: true;
  /** SEQR does not answer at all: what is said here may be out of date. */
  readonly seqrDown?: true;
};

/** The status of the order's paid or latest attempt as the database has it; null where there is none. */
export async function getPaymentStatus(
  orderId: string,
): Promise<{ paymentId: string; open: boolean; answer: StatusAnswer } | null> {
  const attempts = await db().read.payment.findMany({ where: { orderId }, orderBy: { attempt: 'desc' } });
  const payment = attempts.find((attempt) => attempt.state === 'PAID') ?? attempts[0];
  if (!payment) return null;
  const state = payment.state as PaymentState;
  const open = isOpen(state);
  return {
    paymentId: payment.id,
    open,
    answer: {
      resultCode: 0,
      resultDescription: 'SUCCESS',
      status: statusWord(state),
      version: payment.version,
      amount: toDecimal(storedMoney(payment.amount, payment.currency)),
      ...(open && { expiresAt: payment.expiresAt.toISOString(), events: `/api/orders/${orderId}/payment/events` }),
      ...(attempts.some(({ heldAt }) => heldAt !== null) && state !== 'PAID' ? { held: true } : {}),
      ...(open && seqrIsDown() ? { seqrDown: true } : {}),
      ...(payment.ersReference && state === 'PAID' ? { ersReference: payment.ersReference } : {}),
    },
  };
}

/** Two states are the shop's own: an invoice on its way out counts as issued, one whose answer was lost as failed. */
function statusWord(state: PaymentState): string {
  if (state === 'CREATED') return 'ISSUED';
  if (state === 'UNKNOWN') return 'FAILED';
  return state;
}

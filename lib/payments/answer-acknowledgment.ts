import { now } from '../clock';
import { db } from '../db/client';
import { isOpen, type PaymentState } from '../orders/order-states';
import { seqr } from '../seqr/from-config';
import { SeqrError } from '../seqr/seqr-error';
import type { CustomerToken } from '../seqr/types';
import { applyStatus } from './apply-status';
import { noteSeqrCall } from './breaker';
import { publishChange } from './bus';
import { composeInvoice } from './compose-invoice';

const PENDING = 0;
const INVALID = 99;

/**
 * Answers an invoice whose payer waits for the shop (PENDING_ISSUER_ACKNOWLEDGE): sends it again as it is in the books,
 * with NO_ACKNOWLEDGMENT. The shop accepts no loyalty cards, so every pending token is invalid. Safe to repeat: what is
 * sent is the same, and an attempt that is closed or paid is left alone. Throws to be retried.
 */
export async function answerAcknowledgment(paymentId: string): Promise<void> {
  const { order, ...payment } = await db().read.payment.findUniqueOrThrow({
    where: { id: paymentId },
    include: {
      order: { include: { lines: { orderBy: { position: 'asc' } }, changes: { where: { openFor: { not: null } } } } },
    },
  });
  const { invoiceReference } = payment;
  if (invoiceReference === null || !isOpen(payment.state as PaymentState)) return;
  // The change sends the new invoice, which is an answer as well.
  if (order.changes.length > 0) throw new Error('the order is being changed');
  const status = await noted(seqr().getPaymentStatus({ invoiceReference, invoiceVersion: payment.version }));
  if (status.status !== 'PENDING_ISSUER_ACKNOWLEDGE' && status.status !== 'ISSUED') {
    // The answer may be the one that told SEQR that the shop knows of the payment.
    if (await applyStatus(paymentId, status, 'watcher')) publishChange(order.id);
    return;
  }
  const invoice = composeInvoice(order, payment, { lines: order.lines, total: payment.amount });
  const tokens = status.customerTokens.filter((token) => token.status === PENDING).map(invalidate);
  await noted(seqr().updateInvoice({ invoiceReference, invoice, tokens }));
  const { count } = await db().write((tx) =>
    tx.payment.updateMany({ where: { id: paymentId, amount: payment.amount }, data: { nextCheckAt: now() } }),
  );
  if (count === 0) throw new Error('the order was changed meanwhile');
}

function invalidate(token: CustomerToken): CustomerToken {
  return { ...token, status: INVALID };
}

async function noted<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    const answer = await call;
    noteSeqrCall(null);
    return answer;
  } catch (error) {
    if (error instanceof SeqrError) noteSeqrCall(error);
    throw error;
  }
}

import { now } from '../clock';
import { db } from '../db/client';
import { publishChange } from '../orders/order-changes';
import { isOpen } from '../orders/order-states';
import { seqr } from '../seqr/from-config';
import { SeqrError } from '../seqr/seqr-error';
import type { CustomerToken } from '../seqr/types';
import { applyStatus } from './apply-status';
import { noteSeqrCall } from './breaker';
import { composeInvoice } from './compose-invoice';

const PENDING = 0;
const INVALID = 99;

/**
 * Answers an invoice that waits for the shop (PENDING_ISSUER_ACKNOWLEDGE) by sending it again unchanged, with
 * NO_ACKNOWLEDGMENT. The shop accepts no loyalty cards, so it marks every pending token as invalid. Safe to repeat: the
 * content is the same, and closed or paid attempts are skipped. Throws if the outbox must retry it.
 */
export async function answerAcknowledgment(paymentId: string): Promise<void> {
  const { order, ...payment } = await db().read.payment.findUniqueOrThrow({
    where: { id: paymentId },
    include: {
      order: { include: { lines: { orderBy: { position: 'asc' } }, changes: { where: { openFor: { not: null } } } } },
    },
  });
  const { invoiceReference } = payment;
  if (invoiceReference === null || !isOpen(payment.state)) return;
  // The change in progress sends a new invoice, which also acknowledges. Retry once the change is settled.
  if (order.changes.length > 0) throw new Error('the order is being changed');
  const status = await noteOutcome(seqr().getPaymentStatus({ invoiceReference, invoiceVersion: payment.version }));
  if (status.status !== 'PENDING_ISSUER_ACKNOWLEDGE' && status.status !== 'ISSUED') {
    // Reading the status may itself have acknowledged the payment.
    if (await applyStatus(payment, status, 'watcher')) publishChange(order.id);
    return;
  }
  const invoice = composeInvoice(order, payment, { lines: order.lines, total: payment.amount });
  const tokens = status.customerTokens.filter((token) => token.status === PENDING).map(invalidate);
  await noteOutcome(seqr().updateInvoice({ invoiceReference, invoice, tokens }));
  const { count } = await db().write(
    (tx) => tx.payment.updateMany({ where: { id: paymentId, amount: payment.amount }, data: { nextCheckAt: now() } }),
    order.id,
  );
  if (count === 0) throw new Error('the order was changed concurrently');
}

function invalidate(token: CustomerToken): CustomerToken {
  return { ...token, status: INVALID };
}

async function noteOutcome<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    const answer = await call;
    noteSeqrCall(null);
    return answer;
  } catch (error) {
    if (error instanceof SeqrError) noteSeqrCall(error);
    throw error;
  }
}

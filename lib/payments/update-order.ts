import { now, secondsAfter } from '../clock';
import { db, type Tx } from '../db/client';
import { log } from '../log';
import type { Currency } from '../money';
import { canChange } from '../orders/allowed-actions';
import { reduceLines, writeLines } from '../orders/change-lines';
import { type Actor, recordOrderEvent } from '../orders/order-events';
import { ResultCode } from '../seqr/contract/result-codes';
import { seqr } from '../seqr/from-config';
import { SeqrError } from '../seqr/seqr-error';
import { publishChange } from './bus';
import { type CompleteInvoice, composeInvoice } from './compose-invoice';
import { enqueue } from './enqueue';
import { syncPayment } from './sync-payment';

/**
 * `changed`: SEQR and the shop have the new sum; `refused`: the order's state or the quantities do not allow it; `paid`:
 * the payer was faster; `busy`: the payer is confirming this moment; `later`: SEQR could not say, and the same change
 * may be made again.
 */
export type UpdateOutcome = 'changed' | 'refused' | 'paid' | 'busy' | 'later';

/**
 * Takes pieces out of an unpaid order. SEQR gets the new invoice first (updateInvoice is safe to repeat), then the books
 * follow if order and payment are still as they were. In between, a payment of the new sum differs from the books: it
 * is not booked before they have followed, and is shown to a person if they never do.
 */
export async function updateOrder(
  orderId: string,
  quantities: ReadonlyMap<number, number>,
  by: Actor,
): Promise<UpdateOutcome> {
  const order = await db().read.order.findUniqueOrThrow({
    where: { id: orderId },
    include: {
      lines: { orderBy: { position: 'asc' } },
      payments: {
        where: { openOrderId: orderId },
        select: {
          ...{ id: true, state: true, invoiceReference: true, version: true },
          ...{ attempt: true, createdAt: true, expiresAt: true },
        },
      },
    },
  });
  // A held payment does not refuse the change: it may be the very one whose answer was lost, and which is paid.
  const after = canChange({ ...order, isHeld: false }) ? reduceLines(order.lines, quantities) : null;
  if (!after) return 'refused';
  const currency = order.currency as Currency;
  const [open] = order.payments;
  if (open) {
    if (open.state !== 'ISSUED' || open.invoiceReference === null) return 'busy';
    const { id, invoiceReference } = open;
    const outcome = await updateAtSeqr(invoiceReference, composeInvoice(order, open, after));
    if (outcome === 'busy') return 'busy';
    if (outcome === 'unknown' && !(await isPaidWith(invoiceReference, after.total))) return afterRefusal(id);
  }
  const written = await db().write(async (tx) => {
    if (open && !(await changeAmount(tx, open, order.total, after.total))) return false;
    if (!(await writeLines(tx, orderId, order, after))) {
      if (open) throw new Error('orders: an order was closed while its payment is open');
      return false;
    }
    const change = { from: order.total, to: after.total, currency };
    await recordOrderEvent(tx, orderId, by, { kind: 'changed', ...change });
    return true;
  });
  publishChange(orderId);
  return written ? 'changed' : 'later';
}

async function changeAmount(
  tx: Tx,
  { id, version }: { id: string; version: number },
  from: number,
  to: number,
): Promise<boolean> {
  const [changed] = await tx.payment.updateManyAndReturn({
    where: { id, state: { in: ['ISSUED', 'PENDING_ISSUER_ACKNOWLEDGE'] }, amount: from },
    data: { amount: to },
  });
  // answerAcknowledgment may have overwritten the new invoice with the old one meanwhile.
  if (changed && changed.version !== version) {
    await enqueue(tx, 'answer-acknowledgment', id, `${changed.version}, changed to ${to}`);
  }
  return changed !== undefined;
}

async function updateAtSeqr(invoiceReference: string, invoice: CompleteInvoice) {
  try {
    await seqr().updateInvoice({ invoiceReference, invoice });
    return 'updated';
  } catch (error) {
    if (!(error instanceof SeqrError)) throw error;
    log.warn({ kind: error.kind, resultCode: error.resultCode }, 'payments: updateInvoice was not carried out');
    return error.resultCode === ResultCode.PAYMENT_IN_PROGRESS ? 'busy' : 'unknown';
  }
}

/** An earlier change whose answer was lost reached SEQR, and the new sum has been paid: then only the books are behind. */
async function isPaidWith(invoiceReference: string, total: number): Promise<boolean> {
  try {
    const { status, receipt } = await seqr().getPaymentStatus({ invoiceReference, invoiceVersion: 0 });
    return status === 'PAID' && receipt?.invoice?.totalAmount?.amount === total;
  } catch (error) {
    if (error instanceof SeqrError) return false;
    throw error;
  }
}

/** SEQR answers 90 to a change of what is paid, among others: its status tells. */
async function afterRefusal(paymentId: string): Promise<UpdateOutcome> {
  await syncPayment(paymentId, 'merchant');
  await db().write((tx) =>
    tx.payment.updateMany({ where: { id: paymentId, closedAt: null }, data: { nextCheckAt: secondsAfter(now(), 1) } }),
  );
  const { state } = await db().read.payment.findUniqueOrThrow({ where: { id: paymentId } });
  return state === 'PAID' ? 'paid' : 'later';
}

import { now, secondsAfter } from '../clock';
import { db } from '../db/client';
import { log } from '../log';
import { isOpen, type PaymentState } from '../orders/order-states';
import { closeOrder } from '../orders/settle-order';
import { SeqrError } from '../seqr/seqr-error';
import { publishChange } from './bus';
import { cancelInvoice } from './cancel-invoice';
import { movePayment, type Source } from './move-payment';
import { syncPayment } from './sync-payment';

/** `closed`: given up; `paid`: the money was faster, and is booked; `later`: SEQR could not say, it is tried again. */
export type Withdrawal = 'closed' | 'paid' | 'later';

const RETRY_SECONDS = 2;

/**
 * Gives an order and its open attempt up, by the buyer's wish (CANCELED) or for want of time (EXPIRED). The invoice is
 * withdrawn at SEQR first, so that nobody can pay what the shop no longer holds.
 */
export async function withdrawPayment(
  orderId: string,
  to: 'CANCELED' | 'EXPIRED',
  source: Source,
): Promise<Withdrawal> {
  const open = await db().read.payment.findUnique({ where: { openOrderId: orderId } });
  if (!open) return closeOnly(orderId, to);
  if (open.invoiceReference === null) return 'later';
  const outcome = await cancelAtSeqr(open.id, open.invoiceReference);
  if (outcome !== 'canceled') {
    if (outcome === 'paid') await syncPayment(open.id, source);
    const payment = await db().read.payment.findUniqueOrThrow({ where: { id: open.id } });
    return payment.state === 'PAID' ? 'paid' : 'later';
  }
  const from = open.state as PaymentState;
  const closed = await db().write(async (tx) => {
    if (!(await movePayment(tx, { id: open.id, from, to, source }))) return false;
    return closeOrder(tx, orderId, to);
  });
  publishChange(orderId);
  return closed ? 'closed' : settled(open.id);
}

async function closeOnly(orderId: string, to: 'CANCELED' | 'EXPIRED'): Promise<Withdrawal> {
  const closed = await db().write((tx) => closeOrder(tx, orderId, to));
  publishChange(orderId);
  if (closed) return 'closed';
  const order = await db().read.order.findUniqueOrThrow({ where: { id: orderId } });
  return order.state === 'CANCELED' || order.state === 'EXPIRED' ? 'closed' : 'paid';
}

async function cancelAtSeqr(paymentId: string, invoiceReference: string) {
  try {
    const outcome = await cancelInvoice(invoiceReference);
    if (outcome === 'canceled') return outcome;
    await checkSoon(paymentId);
    return outcome;
  } catch (error) {
    if (!(error instanceof SeqrError)) throw error;
    log.warn(
      { paymentId, kind: error.kind, resultCode: error.resultCode },
      'payments: cancelInvoice has no answer yet',
    );
    await checkSoon(paymentId);
    return 'unknown';
  }
}

async function checkSoon(id: string): Promise<void> {
  const data = { nextCheckAt: secondsAfter(now(), RETRY_SECONDS) };
  await db().write((tx) => tx.payment.updateMany({ where: { id, closedAt: null }, data }));
}

async function settled(id: string): Promise<Withdrawal> {
  const { state } = await db().read.payment.findUniqueOrThrow({ where: { id } });
  if (state === 'PAID') return 'paid';
  return isOpen(state as PaymentState) ? 'later' : 'closed';
}

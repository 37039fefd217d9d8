import { now, secondsAfter } from '../clock';
import { db, type Tx } from '../db/client';
import { log } from '../log';
import { isOpen, type PaymentState } from '../orders/order-states';
import { closeOrder } from '../orders/settle-order';
import { SeqrError } from '../seqr/seqr-error';
import { seqrIsDown } from './breaker';
import { publishChange } from './bus';
import { cancelInvoice } from './cancel-invoice';
import { hasHeldPayment, holdPayment } from './hold-payment';
import { movePayment, type Source } from './move-payment';
import { syncPayment } from './sync-payment';

/** `closed`: given up; `paid`: the money was faster, and is booked; `later`: SEQR could not say, it is tried again. */
export type Withdrawal = 'closed' | 'paid' | 'later';

const RETRY_SECONDS = 2;
/** An order that SEQR has not let the shop close for this long after its time is held for a person. */
const UNCLEAR_AFTER_MS = 3_600_000;

/**
 * Gives an order and its open attempt up, by the buyer's wish (CANCELED) or for want of time (EXPIRED). The invoice is
 * withdrawn at SEQR first, so that nobody can pay what the shop no longer holds.
 */
export async function withdrawPayment(
  orderId: string,
  to: 'CANCELED' | 'EXPIRED',
  source: Source,
): Promise<Withdrawal> {
  if (await hasHeldPayment(db().read, orderId)) return 'later';
  const open = await db().read.payment.findUnique({ where: { openOrderId: orderId } });
  if (!open) return closeOnly(orderId, to);
  if (open.invoiceReference === null) return 'later';
  const outcome = await cancelAtSeqr(open.id, open.invoiceReference);
  if (outcome !== 'canceled') {
    // Where SEQR could not say, its status may: of an invoice that was paid just in time, or canceled this very moment.
    const mayTell = outcome === 'paid' || (outcome === 'unknown' && !seqrIsDown());
    const sync = mayTell ? await syncPayment(open.id, source) : 'failed';
    const { state } = await db().read.payment.findUniqueOrThrow({ where: { id: open.id }, select: { state: true } });
    if (!isOpen(state as PaymentState)) return closeOnly(orderId, to);
    const isContradicted = outcome === 'paid' && sync === 'answered';
    if (isContradicted || (isLongOverdue(open.expiresAt) && !seqrIsDown())) await holdUnclear(open.id, outcome);
    return 'later';
  }
  const from = open.state as PaymentState;
  const closed = await db().write(async (tx) => {
    // Somebody else may have heard first that it is canceled; the order is given up all the same.
    await movePayment(tx, { id: open.id, from, to, source });
    return closeWithoutAttempt(tx, orderId, to);
  });
  publishChange(orderId);
  return closed ? 'closed' : outcomeOf(orderId);
}

async function closeOnly(orderId: string, to: 'CANCELED' | 'EXPIRED'): Promise<Withdrawal> {
  const closed = await db().write((tx) => closeWithoutAttempt(tx, orderId, to));
  publishChange(orderId);
  return closed ? 'closed' : outcomeOf(orderId);
}

/** Not over the head of an attempt that has been opened since. */
async function closeWithoutAttempt(tx: Tx, orderId: string, to: 'CANCELED' | 'EXPIRED'): Promise<boolean> {
  if (await tx.payment.findUnique({ where: { openOrderId: orderId }, select: { id: true } })) return false;
  return closeOrder(tx, orderId, to);
}

async function outcomeOf(orderId: string): Promise<Withdrawal> {
  const { state } = await db().read.order.findUniqueOrThrow({ where: { id: orderId }, select: { state: true } });
  if (state === 'PENDING') return 'later';
  return state === 'CANCELED' || state === 'EXPIRED' ? 'closed' : 'paid';
}

function isLongOverdue(expiresAt: Date): boolean {
  return expiresAt.getTime() + UNCLEAR_AFTER_MS < now().getTime();
}

/** SEQR neither cancels the invoice nor says that it is paid, and goes on so. */
async function holdUnclear(id: string, outcome: 'paid' | 'busy' | 'unknown'): Promise<void> {
  await db().write(async (tx) => {
    const open = await tx.payment.findFirst({ where: { id, closedAt: null, heldAt: null } });
    const nothing = { status: null, amount: null, currency: null, ersReference: null };
    if (open) await holdPayment(tx, open, { kind: 'unclear', ...nothing, detail: outcome });
  });
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

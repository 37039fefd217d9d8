import { monotonicMs, now, secondsAfter } from '../clock';
import { db, type Tx } from '../db/client';
import { log } from '../log';
import { publishChange } from '../orders/order-changes';
import { auditOrderState } from '../orders/order-events';
import { isOpen } from '../orders/order-states';
import { closeOrder } from '../orders/settle-order';
import { SeqrError } from '../seqr/seqr-error';
import { seqrIsDown } from './breaker';
import { cancelInvoice } from './cancel-invoice';
import { hasHeldPayment, holdPayment } from './hold-payment';
import { movePayment, type Trigger } from './move-payment';
import { syncForPerson } from './sync-payment';

/**
 * `closed`: the order is cancelled or timed out; `paid`: the order was paid first, and the payment is booked; `later`: the
 * order cannot be closed yet, because SEQR's answer is unclear, the invoice is still being issued, or a payment is on hold.
 */
export type Withdrawal = 'closed' | 'paid' | 'later';

const RETRY_SECONDS = 2;
/** A payment is put on hold if SEQR has kept the shop from closing its order for this long after the timeout. */
const UNCLEAR_AFTER_MS = 3_600_000;

/**
 * Closes an order and its open attempt, because the buyer cancelled (CANCELED) or it timed out (EXPIRED). Cancels the
 * invoice at SEQR first, so that nobody can pay for stock that is no longer reserved.
 */
export async function withdrawPayment(
  orderId: string,
  to: 'CANCELED' | 'EXPIRED',
  source: Trigger,
): Promise<Withdrawal> {
  if (await hasHeldPayment(db().read, orderId)) return 'later';
  const open = await db().read.payment.findUnique({ where: { openOrderId: orderId } });
  if (!open) return closeOnly(orderId, to, source);
  if (open.invoiceReference === null) return 'later';
  const startedAt = monotonicMs();
  const outcome = await cancelAtSeqr(open, open.invoiceReference);
  if (outcome !== 'canceled') {
    // If the cancellation is unclear, check the status: the invoice may just have been paid or cancelled.
    const mayTell = outcome === 'paid' || (outcome === 'unknown' && !seqrIsDown());
    const sync = mayTell ? await syncForPerson(open.id, source, startedAt) : 'failed';
    const { state } = await db().read.payment.findUniqueOrThrow({ where: { id: open.id }, select: { state: true } });
    if (!isOpen(state)) return closeOnly(orderId, to, source);
    const isContradicted = outcome === 'paid' && sync === 'answered';
    if (isContradicted || (isLongOverdue(open.expiresAt) && !seqrIsDown())) await holdUnclear(open, outcome);
    return 'later';
  }
  const from = open.state;
  const closed = await db().write(async (tx) => {
    // Another process may have recorded the cancellation first; close the order anyway.
    await movePayment(tx, { id: open.id, from, to, source });
    return closeWithoutAttempt(tx, orderId, to, source);
  }, orderId);
  publishChange(orderId);
  return closed ? 'closed' : outcomeOf(orderId);
}

async function closeOnly(orderId: string, to: 'CANCELED' | 'EXPIRED', source: Trigger): Promise<Withdrawal> {
  const closed = await db().write((tx) => closeWithoutAttempt(tx, orderId, to, source), orderId);
  publishChange(orderId);
  return closed ? 'closed' : outcomeOf(orderId);
}

/** Closes the order unless it has an open attempt. */
async function closeWithoutAttempt(
  tx: Tx,
  orderId: string,
  to: 'CANCELED' | 'EXPIRED',
  source: Trigger,
): Promise<boolean> {
  if (await tx.payment.findUnique({ where: { openOrderId: orderId }, select: { id: true } })) return false;
  const isClosed = await closeOrder(tx, orderId, to, source === 'buyer');
  if (isClosed && typeof source !== 'string') await auditOrderState(tx, orderId, 'PENDING', source);
  return isClosed;
}

async function outcomeOf(orderId: string): Promise<Withdrawal> {
  const { state } = await db().read.order.findUniqueOrThrow({ where: { id: orderId }, select: { state: true } });
  if (state === 'PENDING') return 'later';
  return state === 'CANCELED' || state === 'EXPIRED' ? 'closed' : 'paid';
}

function isLongOverdue(expiresAt: Date): boolean {
  return expiresAt.getTime() + UNCLEAR_AFTER_MS < now().getTime();
}

type Attempt = { readonly id: string; readonly orderId: string };

/** Puts a payment on hold because SEQR neither cancels its invoice nor reports it as paid. */
async function holdUnclear({ id, orderId }: Attempt, outcome: 'paid' | 'busy' | 'unknown'): Promise<void> {
  await db().write(async (tx) => {
    const open = await tx.payment.findFirst({ where: { id, closedAt: null, heldAt: null } });
    const nothing = { status: null, amount: null, currency: null, ersReference: null };
    if (open) await holdPayment(tx, open, { kind: 'unclear', ...nothing, detail: outcome });
  }, orderId);
}

async function cancelAtSeqr(attempt: Attempt, invoiceReference: string) {
  try {
    const outcome = await cancelInvoice(invoiceReference);
    if (outcome === 'canceled') return outcome;
    await checkSoon(attempt);
    return outcome;
  } catch (error) {
    if (!(error instanceof SeqrError)) throw error;
    log.warn(
      { paymentId: attempt.id, kind: error.kind, resultCode: error.resultCode },
      'payments: cancelInvoice failed, so the outcome is unclear',
    );
    await checkSoon(attempt);
    return 'unknown';
  }
}

async function checkSoon({ id, orderId }: Attempt): Promise<void> {
  const data = { nextCheckAt: secondsAfter(now(), RETRY_SECONDS) };
  await db().write((tx) => tx.payment.updateMany({ where: { id, closedAt: null }, data }), orderId);
}

import { setTimeout as pause } from 'node:timers/promises';
import { monotonicMs, now, secondsAfter } from '../clock';
import { db } from '../db/client';
import type { Payment } from '../db/generated/client';
import { log } from '../log';
import { isPageOpen, publishChange } from '../orders/order-changes';
import { isOpen } from '../orders/order-states';
import { processGlobal } from '../process-global';
import { ResultCode } from '../seqr/contract/result-codes';
import { seqr } from '../seqr/from-config';
import { SeqrError } from '../seqr/seqr-error';
import { applyStatus, isNews } from './apply-status';
import { noteSeqrCall } from './breaker';
import { holdPayment } from './hold-payment';
import { type Source, sourceOf, type Trigger } from './move-payment';
import { checkInterval, heldCheckAt, MIN_ASK_INTERVAL_MS, mayBeAsked, noteNotifications } from './schedule';

/** A person's request is answered within 10 seconds, which includes the shop's own work. */
const PERSON_WAITS_MS = 9_000;
/** Longer than a slow SEQR needs, so that slowness does not cause extra calls. */
const PATIENCE_MS = 2_000;
/**
 * Sources that justify checking a closed payment: SEQR sent a notification, or refused a call because the payment was paid
 * or reversed.
 */
const asksAboutClosed: readonly Source[] = ['notification', 'refusal'];

/** `failed`: no usable answer; `not-asked`: asked within the last second, must not be asked, or no answer in time. */
export type Sync = 'answered' | 'failed' | 'not-asked';

/** What the caller has just read of the payment. */
type Known = Pick<Payment, 'orderId' | 'heldAt'>;

const running = () => processGlobal('payment-syncs', () => new Map<string, Promise<Sync>>());

/**
 * Refreshes a payment from SEQR, which is asked at most once a second per payment. A call that comes sooner brings the
 * next check forward instead, unless it comes from the watcher. `known` saves reading the payment again. SeqrErrors are
 * not thrown: if a retry may help, the next check is scheduled soon, because SEQR's 20 seconds may be nearly over.
 */
export async function syncPayment(paymentId: string, source: Trigger, known?: Known): Promise<Sync> {
  const earlier = running().get(paymentId);
  const payment = await claim(paymentId, source, known ?? (await readKnown(paymentId)));
  if (payment) {
    const asking = ask(payment, source).finally(() => {
      // A later call may have begun before this one ended.
      if (running().get(paymentId) === asking) running().delete(paymentId);
    });
    running().set(paymentId, asking);
    return asking;
  }
  const inProgress = running().get(paymentId) ?? earlier;
  // Every caller except the watcher may know of a change that the last call missed, so check again soon.
  if (source !== 'watcher') await expediteNextCheck(paymentId);
  return (await inProgress) === 'failed' ? 'failed' : 'not-asked';
}

/**
 * Like `syncPayment`, for a buyer or a merchant who waits for the outcome: if SEQR was asked within the last second, waits
 * until it may be asked again. `startedAt` (of `monotonicMs`) is when the person's request began. If SEQR has not answered
 * PERSON_WAITS_MS later, returns `not-asked`, and the check continues.
 */
export async function syncForPerson(paymentId: string, source: Trigger, startedAt: number): Promise<Sync> {
  if (source === 'watcher') return syncPayment(paymentId, source);
  const over = new AbortController();
  const left = Math.max(startedAt + PERSON_WAITS_MS - monotonicMs(), 0);
  const tooLate = pause(left, 'not-asked' as const, { signal: over.signal, ref: false });
  try {
    return await Promise.race([askTwice(paymentId, source), tooLate]);
  } finally {
    over.abort();
    tooLate.catch(() => {});
  }
}

async function askTwice(paymentId: string, source: Trigger): Promise<Sync> {
  const sync = await syncPayment(paymentId, source);
  if (sync !== 'not-asked') return sync;
  const payment = await db().read.payment.findUnique({ where: { id: paymentId } });
  if (!payment?.askedAt || !isOpen(payment.state)) return sync;
  const wait = payment.askedAt.getTime() + MIN_ASK_INTERVAL_MS - now().getTime();
  await pause(Math.min(Math.max(wait, 0), MIN_ASK_INTERVAL_MS));
  return syncPayment(paymentId, source);
}

function readKnown(id: string): Promise<Known> {
  return db().read.payment.findUniqueOrThrow({ where: { id }, select: { orderId: true, heldAt: true } });
}

/**
 * Claims the next call in the database, so that the limit holds across processes. Null if it is not due, or if the
 * payment was held or released since it was read.
 */
async function claim(id: string, source: Trigger, { orderId, heldAt }: Known): Promise<Payment | null> {
  const at = now();
  const where = { id, invoiceReference: { not: null }, heldAt, AND: [mayBeAsked(at)] };
  const next = heldAt ? heldCheckAt(heldAt, at) : secondsAfter(at, checkInterval(isPageOpen(orderId)));
  const data = { askedAt: at, nextCheckAt: next };
  return db().write(async (tx) => {
    const askable = heldAt ? where : { ...where, closedAt: null };
    const [open] = await tx.payment.updateManyAndReturn({ where: askable, data });
    if (open || !asksAboutClosed.includes(sourceOf(source))) return open ?? null;
    const closed = { ...where, closedAt: { not: null } };
    const [asked] = await tx.payment.updateManyAndReturn({ where: closed, data: { askedAt: at } });
    return asked ?? null;
  }, orderId);
}

/**
 * Schedules another check as soon as the interval allows: the call in progress may miss the latest change or never
 * return.
 */
async function expediteNextCheck(paymentId: string): Promise<void> {
  const payment = await db().read.payment.findUnique({ where: { id: paymentId } });
  if (!payment?.askedAt || payment.heldAt || !isOpen(payment.state)) return;
  const latest = new Date(payment.askedAt.getTime() + MIN_ASK_INTERVAL_MS);
  await db().write(
    (tx) =>
      tx.payment.updateMany({
        where: { id: paymentId, heldAt: null, nextCheckAt: { gt: latest } },
        data: { nextCheckAt: latest },
      }),
    payment.orderId,
  );
}

async function ask(payment: Payment, source: Trigger): Promise<Sync> {
  const { id: paymentId, invoiceReference, version, orderId } = payment;
  if (invoiceReference === null) return 'not-asked';
  try {
    const status = await awaitAnswer(paymentId, seqr().getPaymentStatus({ invoiceReference, invoiceVersion: version }));
    noteSeqrCall(null);
    const hasChanged = isNews(payment, status) && (await applyStatus(payment, status, source));
    if (!hasChanged) return 'answered';
    if (status.status === 'PAID' && source === 'watcher') await noteNotifications(false);
    publishChange(orderId);
    return 'answered';
  } catch (error) {
    if (!(error instanceof SeqrError)) throw error;
    noteSeqrCall(error, orderId);
    if (error.resultCode === ResultCode.INVALID_INVOICE_REFERENCE) return await noteUnknownInvoice(payment);
    log.warn(
      { paymentId, kind: error.kind, resultCode: error.resultCode },
      'payments: status check failed, will be retried',
    );
    // Errors that would repeat wait for the regular schedule.
    if (error.retrySafe) await expediteNextCheck(paymentId);
    return 'failed';
  }
}

/**
 * SEQR does not know this invoice, for example after a change of terminal. An open payment is put on hold. For a closed
 * payment, whose outcome is already recorded, the check counts as `failed`.
 */
async function noteUnknownInvoice({ id, orderId }: Payment): Promise<Sync> {
  const [isOpen, isNew] = await db().write(async (tx) => {
    const open = await tx.payment.findFirst({ where: { id, closedAt: null } });
    if (!open) return [false, false];
    const nothing = { amount: null, currency: null, ersReference: null, detail: null };
    return [true, await holdPayment(tx, open, { kind: 'unknown-invoice', status: null, ...nothing })];
  }, orderId);
  if (isNew) publishChange(orderId);
  return isOpen ? 'answered' : 'failed';
}

/** Schedules the next check after PATIENCE_MS even if this call is still pending. */
async function awaitAnswer<Answer>(paymentId: string, answer: Promise<Answer>): Promise<Answer> {
  const expedite = () =>
    expediteNextCheck(paymentId).catch((error: unknown) =>
      log.error({ paymentId, err: error }, 'payments: could not move the next check forward'),
    );
  const timer = setTimeout(expedite, PATIENCE_MS).unref();
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
  }
}

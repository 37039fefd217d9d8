import { now, secondsAfter } from '../clock';
import { db } from '../db/client';
import type { Payment } from '../db/generated/client';
import { log } from '../log';
import { isOpen, type PaymentState } from '../orders/order-states';
import { processGlobal } from '../process-global';
import { ResultCode } from '../seqr/contract/result-codes';
import { seqr } from '../seqr/from-config';
import { SeqrError } from '../seqr/seqr-error';
import { applyStatus, isNews } from './apply-status';
import { noteSeqrCall } from './breaker';
import { isPageOpen, publishChange } from './bus';
import { holdPayment } from './hold-payment';
import type { Source } from './move-payment';
import { checkInterval, heldCheckAt, MIN_ASK_INTERVAL_MS, mayBeAsked, noteNotifications } from './schedule';

/** Long enough for a SEQR that is only slow, so that it is not asked the more for it. */
const PATIENCE_MS = 2_000;
/** SEQR itself hinted at it, or refused to withdraw the invoice: then what is closed for us may have been paid or taken back. */
const asksAboutClosed: readonly Source[] = ['notification'];

/** `failed`: SEQR gave no usable answer; `too-soon`: it was asked within the last second, or is not to be asked. */
export type Sync = 'answered' | 'failed' | 'too-soon';

const running = () => processGlobal('payment-syncs', () => new Map<string, Promise<Sync>>());

/**
 * The one way in which the shop learns of a payment: asks SEQR for its status and applies the answer. Whoever has a
 * hint calls it; SEQR is asked at most once a second for a payment, and a hint that comes too soon moves the next
 * check forward instead. Never throws for SEQR's sake: what cannot be learnt now is asked again, and soon,
 * for SEQR's 20 seconds may be nearly over.
 */
export async function syncPayment(paymentId: string, source: Source): Promise<Sync> {
  const payment = await claim(paymentId, source);
  if (payment) {
    const asking = ask(payment, source).finally(() => running().delete(paymentId));
    running().set(paymentId, asking);
    return asking;
  }
  // Another watcher was faster; anybody else knows something.
  if (source !== 'watcher') await hastenNextCheck(paymentId);
  await running().get(paymentId);
  return 'too-soon';
}

/** Takes the right to ask now, in the database, so that it holds between processes as well. Null: it is not given. */
async function claim(id: string, source: Source): Promise<Payment | null> {
  const select = { orderId: true, heldAt: true } as const;
  const { orderId, heldAt } = await db().read.payment.findUniqueOrThrow({ where: { id }, select });
  const at = now();
  const where = { id, invoiceReference: { not: null }, heldAt, AND: [mayBeAsked(at)] };
  const next = heldAt ? heldCheckAt(heldAt, at) : secondsAfter(at, checkInterval(isPageOpen(orderId)));
  const data = { askedAt: at, nextCheckAt: next };
  return db().write(async (tx) => {
    const askable = heldAt ? where : { ...where, closedAt: null };
    const [open] = await tx.payment.updateManyAndReturn({ where: askable, data });
    if (open || !asksAboutClosed.includes(source)) return open ?? null;
    const closed = { ...where, closedAt: { not: null } };
    const [asked] = await tx.payment.updateManyAndReturn({ where: closed, data: { askedAt: at } });
    return asked ?? null;
  });
}

/**
 * One more question follows as soon as the interval allows: the answer under way may be older than a hint, or not come
 * at all.
 */
async function hastenNextCheck(paymentId: string): Promise<void> {
  const payment = await db().read.payment.findUnique({ where: { id: paymentId } });
  if (!payment?.askedAt || payment.heldAt || !isOpen(payment.state as PaymentState)) return;
  const latest = new Date(payment.askedAt.getTime() + MIN_ASK_INTERVAL_MS);
  await db().write((tx) =>
    tx.payment.updateMany({
      where: { id: paymentId, heldAt: null, nextCheckAt: { gt: latest } },
      data: { nextCheckAt: latest },
    }),
  );
}

async function ask(payment: Payment, source: Source): Promise<Sync> {
  const { id: paymentId, invoiceReference, version, orderId } = payment;
  if (invoiceReference === null) return 'too-soon';
  try {
    const status = await hear(paymentId, seqr().getPaymentStatus({ invoiceReference, invoiceVersion: version }));
    noteSeqrCall(null);
    if (!isNews(payment, status) || !(await applyStatus(paymentId, status, source))) return 'answered';
    if (status.status === 'PAID' && source === 'watcher') noteNotifications(false);
    publishChange(orderId);
    return 'answered';
  } catch (error) {
    if (!(error instanceof SeqrError)) throw error;
    noteSeqrCall(error);
    if (error.resultCode === ResultCode.INVALID_INVOICE_REFERENCE) return await noteUnknownInvoice(payment);
    log.warn({ paymentId, kind: error.kind, resultCode: error.resultCode }, 'payments: status not learnt, asked again');
    // A refusal that would be repeated waits for its turn.
    if (error.retrySafe) await hastenNextCheck(paymentId);
    return 'failed';
  }
}

/** SEQR does not know an invoice that is not settled yet, as after the shop got another terminal. */
async function noteUnknownInvoice({ id, orderId }: Payment): Promise<Sync> {
  const held = await db().write(async (tx) => {
    const open = await tx.payment.findFirst({ where: { id, closedAt: null } });
    const nothing = { amount: null, currency: null, ersReference: null, detail: null };
    return open !== null && holdPayment(tx, open, { kind: 'unknown-invoice', status: null, ...nothing });
  });
  if (held) publishChange(orderId);
  return 'answered';
}

/** A question that SEQR is silent about does not keep the next one waiting until it is given up. */
async function hear<Answer>(paymentId: string, answer: Promise<Answer>): Promise<Answer> {
  const hasten = () =>
    hastenNextCheck(paymentId).catch((error: unknown) =>
      log.error({ paymentId, err: error }, 'payments: the next question comes on its schedule only'),
    );
  const impatience = setTimeout(hasten, PATIENCE_MS).unref();
  try {
    return await answer;
  } finally {
    clearTimeout(impatience);
  }
}

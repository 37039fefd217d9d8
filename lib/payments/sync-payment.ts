import { now, secondsAfter } from '../clock';
import { db } from '../db/client';
import { log } from '../log';
import { isOpen, type PaymentState } from '../orders/order-states';
import { processGlobal } from '../process-global';
import { seqr } from '../seqr/from-config';
import { SeqrError } from '../seqr/seqr-error';
import { applyStatus, isNews } from './apply-status';
import { noteSeqrCall } from './breaker';
import { isPageOpen, publishChange } from './bus';
import type { Source } from './move-payment';
import { checkInterval, MIN_ASK_INTERVAL_MS, noteNotifications } from './schedule';

/** SEQR itself hinted at it, or refused to withdraw the invoice: then what is closed for us may have been paid or taken back. */
const asksAboutClosed: readonly Source[] = ['notification'];

const running = () => processGlobal('payment-syncs', () => new Map<string, Promise<void>>());

/**
 * The one way in which the shop learns of a payment: asks SEQR for its status and applies the answer. Whoever has a
 * hint calls it; SEQR is asked at most once a second for a payment, and a hint that comes too soon moves the next
 * check forward instead. Never throws for SEQR's sake: what cannot be learnt now is asked again, a second after the
 * question that brought nothing, for SEQR's 20 seconds may be nearly over.
 */
export async function syncPayment(paymentId: string, source: Source): Promise<void> {
  if (await claim(paymentId, source)) {
    const asking = ask(paymentId, source).finally(() => running().delete(paymentId));
    running().set(paymentId, asking);
    await asking;
    return;
  }
  await hastenNextCheck(paymentId);
  await running().get(paymentId);
}

/** Takes the right to ask now, in the database, so that it holds between processes as well. */
async function claim(paymentId: string, source: Source): Promise<boolean> {
  const at = now();
  const where = {
    id: paymentId,
    invoiceReference: { not: null },
    OR: [
      { askedAt: null },
      { askedAt: { lte: new Date(at.getTime() - MIN_ASK_INTERVAL_MS) } },
      { askedAt: { gt: at } }, // the clock was set back
    ],
  };
  return db().write(async (tx) => {
    const { orderId } = await tx.payment.findUniqueOrThrow({ where: { id: paymentId }, select: { orderId: true } });
    const data = { askedAt: at, nextCheckAt: secondsAfter(at, checkInterval(isPageOpen(orderId))) };
    const { count } = await tx.payment.updateMany({ where: { ...where, closedAt: null }, data });
    if (count === 1 || !asksAboutClosed.includes(source)) return count === 1;
    const closed = await tx.payment.updateMany({ where: { ...where, closedAt: { not: null } }, data: { askedAt: at } });
    return closed.count === 1;
  });
}

/**
 * One more question follows as soon as the interval allows: the answer under way may be older than a hint, or not come
 * at all.
 */
async function hastenNextCheck(paymentId: string): Promise<void> {
  const payment = await db().read.payment.findUnique({ where: { id: paymentId } });
  if (!payment?.askedAt || !isOpen(payment.state as PaymentState)) return;
  const latest = new Date(payment.askedAt.getTime() + MIN_ASK_INTERVAL_MS);
  await db().write((tx) =>
    tx.payment.updateMany({
      where: { id: paymentId, nextCheckAt: { gt: latest } },
      data: { nextCheckAt: latest },
    }),
  );
}

async function ask(paymentId: string, source: Source): Promise<void> {
  const payment = await db().read.payment.findUniqueOrThrow({ where: { id: paymentId } });
  const { invoiceReference, version, orderId } = payment;
  if (invoiceReference === null) return;
  try {
    const status = await hear(paymentId, seqr().getPaymentStatus({ invoiceReference, invoiceVersion: version }));
    noteSeqrCall(null);
    if (!isNews(payment, status) || !(await applyStatus(paymentId, status, source))) return;
    if (status.status === 'PAID' && source === 'watcher') noteNotifications(false);
    publishChange(orderId);
  } catch (error) {
    if (!(error instanceof SeqrError)) throw error;
    noteSeqrCall(error);
    log.warn({ paymentId, kind: error.kind, resultCode: error.resultCode }, 'payments: status not learnt, asked again');
    await hastenNextCheck(paymentId);
  }
}

/** A question that SEQR is silent about does not keep the next one waiting until it is given up. */
async function hear<Answer>(paymentId: string, answer: Promise<Answer>): Promise<Answer> {
  const hasten = () =>
    hastenNextCheck(paymentId).catch((error: unknown) =>
      log.error({ paymentId, err: error }, 'payments: the next question comes on its schedule only'),
    );
  const impatience = setTimeout(hasten, MIN_ASK_INTERVAL_MS).unref();
  try {
    return await answer;
  } finally {
    clearTimeout(impatience);
  }
}

import { now } from '../clock';
import { db } from '../db/client';
import { newKey } from '../ids';
import { log } from '../log';
import { type Currency, money } from '../money';
import { seqr } from '../seqr/from-config';
import { SeqrError } from '../seqr/seqr-error';
import { enqueue } from './enqueue';

/**
 * Sends the money of a payment back that came too late, or a second time. The refund is written down before SEQR is
 * asked; SEQR cannot tell a repetition, so one whose answer was lost stays UNKNOWN for a person and is never repeated.
 */
export async function refundLatePayment(paymentId: string): Promise<void> {
  const payment = await db().read.payment.findUniqueOrThrow({ where: { id: paymentId } });
  const { orderId, ersReference, amount, currency } = payment;
  if (ersReference === null) throw new Error('refund: the payment has no ersReference');
  const id = await requestRefund({ orderId, paymentId, amount, currency });
  if (id === null) return;
  try {
    const refund = await seqr().refundPayment({
      ersReference,
      invoice: { title: 'Refund of a late payment', totalAmount: money(amount, currency as Currency) },
    });
    await settleRefund(id, 'DONE', refund.ersReference);
  } catch (error) {
    if (!(error instanceof SeqrError)) throw error;
    const state = error.mayHaveHappened ? 'UNKNOWN' : 'REFUSED';
    log.error({ paymentId, kind: error.kind, resultCode: error.resultCode }, `refund: ${state}, needs a person`);
    await settleRefund(id, state, undefined);
  }
}

/** Null when this refund was requested before: then its outcome is known, or a person's matter. */
async function requestRefund(refund: {
  orderId: string;
  paymentId: string;
  amount: number;
  currency: string;
}): Promise<string | null> {
  const { orderId, paymentId, amount, currency } = refund;
  const key = `late:${paymentId}`;
  return db().write(async (tx) => {
    if (await tx.refund.findUnique({ where: { key } })) {
      await tx.refund.updateMany({ where: { key, state: 'REQUESTED' }, data: { state: 'UNKNOWN', settledAt: now() } });
      return null;
    }
    const id = newKey();
    const reason = 'The payment arrived after the order had been given up.';
    await tx.refund.create({
      data: { id, orderId, paymentId, key, state: 'REQUESTED', amount, currency, reason, createdAt: now() },
    });
    return id;
  });
}

async function settleRefund(id: string, state: string, ersReference: string | undefined): Promise<void> {
  const data = { state, settledAt: now(), ersReference: ersReference ?? null };
  await db().write(async (tx) => {
    const { count } = await tx.refund.updateMany({ where: { id, state: 'REQUESTED' }, data });
    if (count === 1 && state === 'DONE') await enqueue(tx, 'mail-refund', id);
  });
}

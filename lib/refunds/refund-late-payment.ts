import { db } from '../db/client';
import type { RefundCause } from '../db/generated/client';
import { log } from '../log';
import { storedMoney } from '../money';
import { NOT_SENT } from '../orders/refund-states';
import { refundPayment } from './refund-payment';

/**
 * Refunds a late or duplicate payment, at most once. Throws while SEQR cannot be reached or another call is in progress, so
 * that the outbox retries.
 */
export async function refundLatePayment(paymentId: string): Promise<void> {
  await refundWhole(
    paymentId,
    `late:${paymentId}`,
    'LATE',
    'The order was already closed or paid when the payment arrived.',
  );
}

/**
 * Refunds a payment that did not match its order, after a manual decision, at most once. Throws as `refundLatePayment` does.
 */
export async function refundHeldPayment(paymentId: string): Promise<void> {
  await refundWhole(paymentId, `held:${paymentId}`, 'MISMATCH', 'The payment did not match the order.');
}

/** If SEQR refuses the refund or does not answer, the back office lists it for manual action. */
async function refundWhole(paymentId: string, key: string, cause: RefundCause, reason: string): Promise<void> {
  const { orderId, amount, currency } = await db().read.payment.findUniqueOrThrow({ where: { id: paymentId } });
  const sum = storedMoney(amount, currency);
  const result = await refundPayment({ orderId, paymentId, key, amount: sum, cause, reason, by: { source: 'shop' } });
  if (!result.ok)
    log.error(
      { paymentId, reason: result.reason },
      'refund: refund of a late or held payment refused, needs manual action',
    );
  else if (result.state === 'REFUSED' && result.failure === NOT_SENT) throw new Error('SEQR cannot be reached');
  // Another process, whose lease on this task has expired, may be calling SEQR. If its call fails, only this task retries
  // the refund.
  else if (result.state === 'REQUESTED') throw new Error('another process is asking SEQR');
}

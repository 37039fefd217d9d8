import { db } from '../db/client';
import { log } from '../log';
import { storedMoney } from '../money';
import { refundPayment } from './refund-payment';
import { NOT_SENT } from './refund-states';

/** Refunds a payment that came too late or twice, at most once. Throws, to be retried, while SEQR cannot be reached. */
export async function refundLatePayment(paymentId: string): Promise<void> {
  await refundWhole(paymentId, `late:${paymentId}`, 'The payment arrived after the order had been given up.');
}

/** Refunds a payment that did not match its order, as a person decided, at most once. Throws like the above. */
export async function refundHeldPayment(paymentId: string): Promise<void> {
  await refundWhole(paymentId, `held:${paymentId}`, 'The payment did not match the order.');
}

/** What SEQR refuses, or leaves unanswered, is listed for a person. */
async function refundWhole(paymentId: string, key: string, reason: string): Promise<void> {
  const { orderId, amount, currency } = await db().read.payment.findUniqueOrThrow({ where: { id: paymentId } });
  const sum = storedMoney(amount, currency);
  const result = await refundPayment({ orderId, paymentId, key, amount: sum, reason, by: { source: 'shop' } });
  if (!result.ok)
    log.error({ paymentId, reason: result.reason }, 'refund: of a late or held payment refused, needs a person');
  else if (result.state === 'REFUSED' && result.failure === NOT_SENT) throw new Error('SEQR cannot be reached');
}

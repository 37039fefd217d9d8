import { db } from '../db/client';
import { log } from '../log';
import { type Currency, money } from '../money';
import { refundPayment } from './refund-payment';
import { NOT_SENT } from './refund-states';

/**
 * Sends the money of a payment back that came too late, or a second time: once a payment. Throws, to be tried again,
 * only while SEQR cannot be reached; what SEQR refused, or left unanswered, is a person's matter from then on.
 */
export async function refundLatePayment(paymentId: string): Promise<void> {
  const { orderId, amount, currency } = await db().read.payment.findUniqueOrThrow({ where: { id: paymentId } });
  const result = await refundPayment({
    orderId,
    paymentId,
    key: `late:${paymentId}`,
    amount: money(amount, currency as Currency),
    reason: 'The payment arrived after the order had been given up.',
    by: { source: 'shop' },
  });
  if (!result.ok) log.error({ paymentId, reason: result.reason }, 'refund: of a late payment refused, needs a person');
  else if (result.state === 'REFUSED' && result.failure === NOT_SENT) throw new Error('SEQR cannot be reached');
}

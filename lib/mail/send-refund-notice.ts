import { db } from '../db/client';
import { storedMoney } from '../money';
import { getOrder } from '../orders/get-order';
import { composeRefundNotice, type RefundCause } from './compose';
import { deliver } from './deliver';

/** Tells the buyer that money went back: a refund, or a payment that came too late or twice. */
export async function sendRefundNotice(refundId: string, cause: string): Promise<void> {
  const refund = await db().read.refund.findUniqueOrThrow({ where: { id: refundId } });
  const order = await getOrder(refund.orderId);
  if (!order || refund.state !== 'DONE') throw new Error('mail: the refund is not done');
  const text = composeRefundNotice(order, {
    id: refund.id,
    amount: storedMoney(refund.amount, refund.currency),
    ersReference: refund.ersReference,
    cause: causeOf(refund.key),
    byTransfer: refund.paymentId === null,
  });
  await deliver({ cause, kind: 'refund', order, text });
}

function causeOf(key: string): RefundCause {
  if (key.startsWith('late:')) return 'late';
  return key.startsWith('held:') ? 'mismatch' : 'other';
}

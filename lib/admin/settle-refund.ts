import { db } from '../db/client';
import { type RefundVerdict, settleRefundByHand } from '../payments/refund-by-hand';
import { actorOf, type Session } from './session';

/** What a merchant found out about a refund of that order; false where there is nothing to settle. */
export async function settleRefund(
  session: Session,
  { number, refundId }: { number: number; refundId: string },
  verdict: RefundVerdict,
): Promise<boolean> {
  const refund = await db().read.refund.findUnique({ where: { id: refundId }, include: { order: true } });
  if (refund?.order.number !== number) return false;
  return settleRefundByHand(refundId, verdict, actorOf(session));
}

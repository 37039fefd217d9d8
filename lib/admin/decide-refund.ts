import { db } from '../db/client';
import { type RefundVerdict, settleRefundByHand } from '../refunds/settle-refund-by-hand';
import { actorOf, type Session } from './session';

/** Settles a refund of the order by manual decision. False if there is nothing to settle. */
export async function decideRefund(
  session: Session,
  { number, refundId }: { number: number; refundId: string },
  verdict: RefundVerdict,
): Promise<boolean> {
  const refund = await db().read.refund.findUnique({ where: { id: refundId }, include: { order: true } });
  if (refund?.order.number !== number) return false;
  return settleRefundByHand(refundId, verdict, actorOf(session));
}

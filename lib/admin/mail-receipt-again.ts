import { db } from '../db/client';
import { recordOrderEvent } from '../orders/order-events';
import { resendReceipt } from '../payments/resend-receipt';
import { actorOf, type Session } from './session';

/** The buyer gets the receipt once more. `refused` for an order that has none; null where there is no such order. */
export async function mailReceiptAgain(session: Session, number: number): Promise<'resent' | 'refused' | null> {
  const order = await db().read.order.findUnique({ where: { number } });
  if (!order) return null;
  if (!(await resendReceipt(order.id))) return 'refused';
  await db().write((tx) => recordOrderEvent(tx, order.id, actorOf(session), { kind: 'receipt-resent' }));
  return 'resent';
}

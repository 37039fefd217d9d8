import { db } from '../db/client';
import { canCancel } from '../orders/allowed-actions';
import { recordOrderEvent } from '../orders/order-events';
import { hasHeldPayment } from '../payments/hold-payment';
import { type Withdrawal, withdrawPayment } from '../payments/withdraw-payment';
import { actorOf, type Session } from './session';

/**
 * Gives an unpaid order up and withdraws its invoice at SEQR; what was paid meanwhile is booked (`paid`). `refused` where
 * the order's state does not allow it; null where there is no such order.
 */
export async function cancelOrder(session: Session, number: number): Promise<Withdrawal | 'refused' | null> {
  const order = await db().read.order.findUnique({ where: { number } });
  if (!order) return null;
  if (!canCancel({ ...order, isHeld: await hasHeldPayment(db().read, order.id) })) return 'refused';
  await db().write((tx) => recordOrderEvent(tx, order.id, actorOf(session), { kind: 'cancel-requested' }));
  return withdrawPayment(order.id, 'CANCELED', 'merchant');
}

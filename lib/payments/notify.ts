import { db } from '../db/client';
import { isOpen, type PaymentState } from '../orders/order-states';
import { noteNotifications } from './schedule';
import { syncPayment } from './sync-payment';

/**
 * SEQR says that something happened to an invoice. It is an unsigned hint, so it only leads to a question to SEQR, and
 * only for a payment of ours; anything else changes nothing. A closed one is asked about as well: it may have been paid
 * late, or taken back. False: nothing could be learnt of it now, and no watcher will ask, so SEQR is to notify again.
 */
export async function handleNotification(invoiceReference: string, orderId: string | null): Promise<boolean> {
  if (!/^\d{1,32}$/.test(invoiceReference)) return true;
  const payment = await db().read.payment.findUnique({ where: { invoiceReference } });
  if (!payment || (orderId !== null && payment.orderId !== orderId)) return true;
  const open = isOpen(payment.state as PaymentState);
  if (open) noteNotifications(true);
  const sync = await syncPayment(payment.id, 'notification');
  return open || sync !== 'failed';
}

import { db } from '../db/client';
import { log } from '../log';
import { isOpen } from '../orders/order-states';
import { noteNotifications } from './schedule';
import { syncPayment } from './sync-payment';

/**
 * Handles a notification from SEQR. It is unsigned, so it changes no payment: it triggers a status call for a known
 * payment, and for an open one it also tells the schedule that notifications arrive. Closed payments are checked too:
 * they may have been paid late or reversed. False if SEQR should notify again, because the check failed and no watcher
 * will repeat it.
 */
export async function handleNotification(invoiceReference: string, orderId: string | null): Promise<boolean> {
  if (!/^\d{1,32}$/.test(invoiceReference)) return true;
  const payment = await db().read.payment.findUnique({ where: { invoiceReference } });
  if (!payment || (orderId !== null && payment.orderId !== orderId)) return true;
  log.debug({ paymentId: payment.id }, 'payments: notification received');
  const open = isOpen(payment.state);
  if (open) await noteNotifications(true);
  const sync = await syncPayment(payment.id, 'notification', payment);
  return open || sync !== 'failed';
}

import { db } from '../db/client';
import { isOpen, type PaymentState } from '../orders/order-states';
import { noteNotifications } from './schedule';
import { syncPayment } from './sync-payment';

/**
 * SEQR says that something happened to an invoice. It is an unsigned hint, so it only leads to a question to SEQR, and
 * only for a payment of ours; anything else changes nothing. A closed one is asked about as well: it may have been paid
 * late, or taken back.
 */
export async function handleNotification(invoiceReference: string, orderId: string | null): Promise<void> {
  if (!/^\d{1,32}$/.test(invoiceReference)) return;
  const payment = await db().read.payment.findUnique({ where: { invoiceReference } });
  if (!payment || (orderId !== null && payment.orderId !== orderId)) return;
  if (isOpen(payment.state as PaymentState)) noteNotifications(true);
  await syncPayment(payment.id, 'notification');
}

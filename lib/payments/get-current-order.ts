import { setTimeout as pause } from 'node:timers/promises';
import { log } from '../log';
import { getOrder, type OrderView } from '../orders/get-order';
import { isOpen } from '../orders/order-states';
import { syncPayment } from './sync-payment';

const PATIENCE_MS = 1_000;

/**
 * The order for its receipt page: while its payment is open SEQR is asked first, so that a buyer who comes back early
 * sees the truth. A slow SEQR does not hold the page up for more than a second; what it says then is applied all the same.
 */
export async function getCurrentOrder(id: string): Promise<OrderView | null> {
  const order = await getOrder(id);
  const payment = order?.payment;
  if (!payment || order.state !== 'PENDING' || !isOpen(payment.state)) return order;
  const asking = syncPayment(payment.id, 'receipt').catch((error: unknown) => {
    log.error({ paymentId: payment.id, error }, 'payments: asking for the receipt page failed');
  });
  await Promise.race([asking, pause(PATIENCE_MS, undefined, { ref: false })]);
  return getOrder(id);
}

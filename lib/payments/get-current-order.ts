import { setTimeout as pause } from 'node:timers/promises';
import { log } from '../log';
import { getOrder, type OrderView } from '../orders/get-order';
import { isOpen } from '../orders/order-states';
import { syncPayment } from './sync-payment';

const PATIENCE_MS = 1_000;

/**
 * The order for its receipt page. While its payment is open, asks SEQR first, so that a buyer who returns early sees the
 * current status. Waits at most one second; a later answer is still applied.
 */
export async function getCurrentOrder(id: string): Promise<OrderView | null> {
  const order = await getOrder(id);
  const payment = order?.payment;
  if (!payment || order.state !== 'PENDING' || !isOpen(payment.state)) return order;
  const asking = syncPayment(payment.id, 'receipt').catch((error: unknown) => {
    log.error({ paymentId: payment.id, error }, 'payments: status check for the receipt page failed');
  });
  await Promise.race([asking, pause(PATIENCE_MS, undefined, { ref: false })]);
  return getOrder(id);
}

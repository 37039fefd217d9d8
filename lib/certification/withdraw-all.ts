import { isOpen } from '../orders/order-states';
import type { Placed } from './check';
import type { Shop } from './shop';

/** Cancels the open payments of these orders at SEQR. Errors are ignored. */
export async function withdrawAll(shop: Shop, placed: readonly Placed[]): Promise<void> {
  for (const { orderId } of placed) {
    const payment = (await shop.getOrder(orderId))?.payment;
    if (payment && isOpen(payment.state)) await shop.cancel(orderId).catch(() => {});
  }
}

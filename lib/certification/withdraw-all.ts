import { isOpen } from '../orders/order-states';
import type { Shop } from './shop';
import type { Placed } from './test';

/** Leaves nothing at SEQR that somebody could still pay. */
export async function withdrawAll(shop: Shop, placed: readonly Placed[]): Promise<void> {
  for (const { orderId } of placed) {
    const payment = (await shop.getOrder(orderId))?.payment;
    if (payment && isOpen(payment.state)) await shop.cancel(orderId).catch(() => {});
  }
}

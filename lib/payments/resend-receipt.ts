import { db } from '../db/client';
import { newKey } from '../ids';
import type { OrderState } from '../orders/order-states';
import { hasReceipt } from '../receipts/receipt-facts';
import { enqueue } from './enqueue';

/** Has the receipt mailed once more, as a merchant asks for it; false for an order that has none. */
export async function resendReceipt(orderId: string): Promise<boolean> {
  return db().write(async (tx) => {
    const order = await tx.order.findUnique({ where: { id: orderId }, select: { state: true } });
    if (!order || !hasReceipt({ state: order.state as OrderState })) return false;
    await enqueue(tx, 'mail-receipt', orderId, newKey());
    return true;
  });
}

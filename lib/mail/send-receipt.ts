import { getOrder } from '../orders/get-order';
import { getReceiptPdf } from '../receipts/get-receipt-pdf';
import { hasReceipt } from '../receipts/receipt-facts';
import { composeReceipt } from './compose';
import { deliver } from './deliver';

/** Sends the buyer the receipt of a paid order, with its PDF. */
export async function sendReceipt(orderId: string, cause: string): Promise<void> {
  const order = await getOrder(orderId);
  if (!order || !hasReceipt(order)) throw new Error('mail: the order has no receipt');
  const attach = async () => (await getReceiptPdf(order, order.language)) ?? undefined;
  await deliver({ cause, kind: 'receipt', order, text: composeReceipt(order), attach });
}

import { getOrder } from '../orders/get-order';
import { getReceiptPdf } from '../receipts/get-receipt-pdf';
import { composeReceipt } from './compose';
import { deliver } from './deliver';

/** Sends the buyer the receipt of a paid order, with its PDF. */
export async function sendReceipt(orderId: string, cause: string): Promise<void> {
  const order = await getOrder(orderId);
  const attachment = order && (await getReceiptPdf(order, order.language));
  if (!order || !attachment) throw new Error('mail: the order has no receipt');
  await deliver({ cause, kind: 'receipt', order, text: composeReceipt(order), attachment });
}

import { db } from '../db/client';
import { getOrder } from '../orders/get-order';
import { seqr } from '../seqr/from-config';
import { renderReceiptDocument } from './receipt-document';

/** Hands SEQR the shop's receipt for a payment. SEQR keeps one, so sending it twice does no harm. */
export async function submitReceipt(paymentId: string): Promise<void> {
  const payment = await db().read.payment.findUniqueOrThrow({ where: { id: paymentId } });
  const order = await getOrder(payment.orderId);
  if (!order || !payment.ersReference) throw new Error('receipt: the payment has no order or no ersReference');
  await seqr().submitPaymentReceipt({
    ersReference: payment.ersReference,
    receiptDocument: {
      mimeType: 'text/html',
      receiptData: Buffer.from(renderReceiptDocument(order, payment.ersReference)),
      receiptType: 'PAYMENT_RECEIPT',
    },
  });
}

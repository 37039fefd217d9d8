import { db } from '../db/client';
import { getOrder } from '../orders/get-order';
import { ResultCode } from '../seqr/contract/result-codes';
import { seqr } from '../seqr/from-config';
import { SeqrError } from '../seqr/seqr-error';
import { renderReceiptDocument } from './receipt-document';
import { syncPayment } from './sync-payment';

/**
 * Hands SEQR the shop's receipt for a payment. SEQR keeps one, so sending it twice does no harm. A payment that SEQR has
 * taken back gets none: its status is asked for instead, which shows the contradiction to a person.
 */
export async function submitReceipt(paymentId: string): Promise<void> {
  const payment = await db().read.payment.findUniqueOrThrow({ where: { id: paymentId } });
  const order = await getOrder(payment.orderId);
  if (!order || !payment.ersReference) throw new Error('receipt: the payment has no order or no ersReference');
  const receiptDocument = {
    mimeType: 'text/html',
    receiptData: Buffer.from(renderReceiptDocument(order, payment.ersReference)),
    receiptType: 'PAYMENT_RECEIPT',
  } as const;
  try {
    await seqr().submitPaymentReceipt({ ersReference: payment.ersReference, receiptDocument });
  } catch (error) {
    const isTakenBack = error instanceof SeqrError && error.resultCode === ResultCode.PAYMENT_ALREADY_CANCELLED;
    if (!isTakenBack) throw error;
    if ((await syncPayment(paymentId, 'notification')) !== 'answered') throw error;
  }
}

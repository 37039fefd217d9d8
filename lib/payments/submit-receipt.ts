import { getOrderOfPayment } from '../orders/get-order';
import { ResultCode } from '../seqr/contract/result-codes';
import { seqr } from '../seqr/from-config';
import { SeqrError } from '../seqr/seqr-error';
import { renderReceiptDocument } from './receipt-document';
import { syncPayment } from './sync-payment';

/**
 * Sends the shop's receipt for a payment to SEQR. SEQR keeps one receipt, so sending it twice does no harm. If SEQR has
 * reversed the payment, checks the payment's status, which opens an incident.
 */
export async function submitReceipt(paymentId: string): Promise<void> {
  const { order, ersReference } = (await getOrderOfPayment(paymentId)) ?? {};
  if (!order || !ersReference) throw new Error('receipt: the payment has no order or no ersReference');
  const receiptDocument = {
    mimeType: 'text/html',
    receiptData: Buffer.from(renderReceiptDocument(order, ersReference)),
    receiptType: 'PAYMENT_RECEIPT',
  } as const;
  try {
    await seqr().submitPaymentReceipt({ ersReference, receiptDocument });
  } catch (error) {
    const isReversed = error instanceof SeqrError && error.resultCode === ResultCode.PAYMENT_ALREADY_CANCELLED;
    if (!isReversed) throw error;
    if ((await syncPayment(paymentId, 'refusal')) !== 'answered') throw error;
  }
}

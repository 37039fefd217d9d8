import { db, type Tx } from '../db/client';
import type { Order } from '../db/generated/client';
import { newKey } from '../ids';
import { storedMoney } from '../money';
import { formatCreditNoteNumber } from '../orders/credit-note';
import { getOrder } from '../orders/get-order';
import type { Task } from '../outbox/effect';
import { enqueue } from '../outbox/enqueue';
import { getReceiptPdf } from '../receipts/get-receipt-pdf';
import { hasReceipt } from '../receipts/receipt-facts';
import { composeReceipt, composeRefundNotice, composeTransferInstructions } from './compose';
import { composeSentNotice } from './compose-status';
import { writePlain } from './mail-text';
import { prepareDelivery, toBuyer } from './prepare-delivery';

/** The mail with the receipt of a paid order and its PDF. */
export async function prepareReceipt(orderId: string, cause: string): Promise<Task | null> {
  const order = await getOrder(orderId);
  if (!order || !hasReceipt(order)) throw new Error('mail: the order has no receipt');
  const attach = async () => (await getReceiptPdf(order, order.language)) ?? undefined;
  return prepareDelivery({ cause, kind: 'receipt', ...toBuyer(order), text: composeReceipt(order), attach });
}

/** Queues the receipt mail again at the merchant's request. Returns false if the order has no receipt. */
export async function resendReceipt(tx: Tx, order: Pick<Order, 'id' | 'state'>): Promise<boolean> {
  if (!hasReceipt(order)) return false;
  await enqueue(tx, 'mail-receipt', order.id, newKey());
  return true;
}

/**
 * The mail that tells the buyer that the order is sent. Null if the order is no longer marked as sent. Not stored if the
 * latest such mail, delivered or still queued, has the same carrier and link.
 */
export async function prepareSentNotice(orderId: string, cause: string): Promise<Task | null> {
  const order = await getOrder(orderId);
  if (!order) throw new Error('mail: there is no such order');
  if (!order.shipment) return null;
  const text = composeSentNotice(order, order.shipment);
  const isKnown = async (tx: Tx) => {
    const waiting = await tx.outbox.findMany({ where: { kind: 'mail-sent', subjectId: orderId, doneAt: null } });
    const OR = [{ sentAt: { not: null } }, { cause: { in: waiting.map(({ key }) => key) } }];
    const latest = await tx.mail.findFirst({ where: { orderId, kind: 'sent', OR }, orderBy: { createdAt: 'desc' } });
    return latest?.text === writePlain(text);
  };
  return prepareDelivery({
    cause,
    kind: 'sent',
    ...toBuyer(order),
    text,
    unless: { scope: `sent ${orderId}`, holds: isKnown },
  });
}

/** The mail to the buyer about a refund, including the refund of a late or duplicate payment. */
export async function prepareRefundNotice(refundId: string, cause: string): Promise<Task | null> {
  const refund = await db().read.refund.findUniqueOrThrow({
    where: { id: refundId },
    include: { creditNote: true },
  });
  const order = await getOrder(refund.orderId);
  if (!order || refund.state !== 'DONE') throw new Error('mail: the refund is not done');
  const text = composeRefundNotice(order, {
    id: refund.id,
    amount: storedMoney(refund.amount, refund.currency),
    ersReference: refund.ersReference,
    cause: refund.cause,
    byTransfer: refund.paymentId === null,
    creditNote: refund.creditNote && formatCreditNoteNumber(refund.creditNote.number),
  });
  return prepareDelivery({ cause, kind: 'refund', ...toBuyer(order), text });
}

/** The mail that tells the buyer how to pay by bank transfer. Null once the order is paid or closed. */
export async function prepareTransferInstructions(orderId: string, cause: string): Promise<Task | null> {
  const order = await getOrder(orderId);
  if (!order?.bankTransfer) throw new Error('mail: the order is not paid by bank transfer');
  if (order.state !== 'PENDING') return null;
  return prepareDelivery({
    cause,
    kind: 'transfer',
    ...toBuyer(order),
    text: composeTransferInstructions(order, order.bankTransfer),
  });
}

import { type Answer, refuse } from '../answer';
import type { TerminalCaller } from '../authenticate';
import type { Sandbox } from '../context';
import { acknowledge } from '../invoices/acknowledge';
import { onInvoice } from '../invoices/on-invoice';
import type { Step } from '../invoices/step';
import { keepReceipt, type NewReceipt, readReceipt } from '../receipts/keep-receipt';
import { child, text } from '../soap/fields';
import type { XmlElement } from '../soap/parse-xml';

/**
 * Confirms a payment or a refund, by its ersReference, and keeps the shop's own receipt with it. It may be sent without
 * a document, and again.
 */
export async function submitPaymentReceipt(
  sandbox: Sandbox,
  caller: TerminalCaller,
  request: XmlElement,
): Promise<Answer> {
  const unknown = refuse('INVALID_ERS_REFERENCE', 'the terminal has no such payment or refund');
  const ersReference = text(request, 'ersReference');
  if (ersReference === undefined) return unknown;
  const booking = await sandbox.db.read.booking.findFirst({
    where: { ersReference, terminalId: caller.terminal.id, kind: { in: ['PAYMENT', 'REFUND'] } },
    select: { invoiceReference: true },
  });
  if (!booking) return unknown;
  const { invoiceReference } = booking;
  const receipt = readReceipt(child(request, 'receiptDocument'));
  const answer = await onInvoice(sandbox, invoiceReference, async (step) => ({
    ...(await attach(step, ersReference, receipt)),
    invoiceReference,
  }));
  return answer ?? unknown;
}

async function attach(step: Step, ersReference: string, receipt: NewReceipt | Answer | null): Promise<Answer> {
  if (step.invoice.status !== 'PAID') return refuse('PAYMENT_ALREADY_CANCELLED', 'the payment was reversed');
  if (receipt && 'result' in receipt) return receipt;
  const refusal = receipt && (await keepReceipt(step, ersReference, receipt));
  if (refusal) return refusal;
  await acknowledge(step);
  const isRefund = ersReference !== step.invoice.ersReference;
  const document = receipt ? `${receipt.receiptType}, ${receipt.mimeType}` : 'No document';
  await step.record('receipt', isRefund ? `${document}; of the refund ${ersReference}` : document);
  const isUnreadable = receipt && !/^[A-Za-z0-9+/=\s]*$/.test(receipt.data);
  return {
    result: 'SUCCESS',
    ersReference,
    ...(isUnreadable && { note: 'receiptData is not valid base64, so the document cannot be read as it was meant' }),
  };
}

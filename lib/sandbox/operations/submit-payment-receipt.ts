import type { XmlElement } from '../../xml/parse-xml';
import type { Sandbox } from '../core/context';
import { acknowledge } from '../invoices/acknowledge';
import { keepReceipt, type NewReceipt, readReceipt } from '../invoices/keep-receipt';
import { onInvoice } from '../invoices/on-invoice';
import type { Step } from '../invoices/step';
import { type Answer, refuse } from '../wire/answer';
import { child, text } from '../wire/fields';
import type { TerminalCaller } from './authenticate';

/**
 * Acknowledges a payment or refund by its ersReference, and stores the shop's receipt with it. The document is optional,
 * and the call may be repeated.
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
    ...(isUnreadable && { note: 'receiptData is not valid base64, so the document is unreadable' }),
  };
}

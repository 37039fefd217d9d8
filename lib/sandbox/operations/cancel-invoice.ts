import type { XmlElement } from '../../xml/parse-xml';
import type { Sandbox } from '../core/context';
import { onInvoice } from '../invoices/on-invoice';
import { releaseReservation } from '../invoices/reverse-payment';
import type { InvoiceUpdate, Step } from '../invoices/step';
import { type Answer, refuse } from '../wire/answer';
import { text } from '../wire/fields';
import type { TerminalCaller } from './authenticate';

/** Cancels an unpaid invoice. If it is reserved, the reserved amount is credited to the payer (SEQR manual 2.4.2.1). */
export async function cancelInvoice(sandbox: Sandbox, caller: TerminalCaller, request: XmlElement): Promise<Answer> {
  const unknown = refuse('INVALID_INVOICE_REFERENCE', 'the terminal has no such invoice');
  const reference = text(request, 'invoiceReference');
  if (reference === undefined) return unknown;
  const answer = await onInvoice(sandbox, reference, async (step) => {
    if (step.invoice.terminalId !== caller.terminal.id) return unknown;
    return { ...(await cancel(step)), invoiceReference: reference };
  });
  return answer ?? unknown;
}

async function cancel(step: Step): Promise<Answer> {
  const { invoice, time } = step;
  if (invoice.confirmingBy) return refuse('CANNOT_CANCEL_INVOICE_IN_PROGRESS', 'the payer is confirming right now');
  switch (invoice.status) {
    case 'PAID':
      return refuse('CANNOT_CANCEL_PAID_INVOICE', 'the invoice is paid');
    case 'CANCELED':
    case 'FAILED':
      return refuse('INVOICE_ALREADY_CANCELED', `the invoice is ${invoice.status}`);
    case 'EXPIRED':
      return refuse('PAYMENT_EXPIRED', 'the invoice has expired');
    case 'RESERVED':
      await releaseReservation(step);
  }
  const closed: InvoiceUpdate = { status: 'CANCELED', closedAt: time, closedBy: 'MERCHANT', dueAt: null };
  await step.change(closed, 'canceled-by-merchant');
  return { result: 'SUCCESS' };
}

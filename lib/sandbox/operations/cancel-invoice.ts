import { type Answer, refuse } from '../answer';
import type { TerminalCaller } from '../authenticate';
import type { Sandbox } from '../context';
import { onInvoice } from '../invoices/on-invoice';
import { releaseReservation } from '../invoices/reverse-payment';
import type { Step } from '../invoices/step';
import { text } from '../soap/fields';
import type { XmlElement } from '../soap/parse-xml';

/** Cancels what is not paid; a reservation that the merchant gives up goes back to the payer (SEQR manual 2.4.2.1). */
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
      return refuse('CANNOT_CANCEL_PAID_INVOICE', 'it is paid');
    case 'CANCELED':
    case 'FAILED':
      return refuse('INVOICE_ALREADY_CANCELED', `it is ${invoice.status}`);
    case 'EXPIRED':
      return refuse('PAYMENT_EXPIRED', 'its time was over');
    case 'RESERVED':
      await releaseReservation(step);
  }
  const closed = { closedAt: time, closedBy: 'MERCHANT', dueAt: null };
  await step.change({ status: 'CANCELED', ...closed }, 'canceled-by-merchant');
  return { result: 'SUCCESS' };
}

import type { Currency } from '../../money';
import { type Answer, refuse } from '../answer';
import type { TerminalCaller } from '../authenticate';
import type { Sandbox } from '../context';
import type { Invoice } from '../database/generated/client';
import { acknowledge } from '../invoices/acknowledge';
import { findInvoice, onInvoice } from '../invoices/on-invoice';
import { type InvoiceRow, writeAmount, writeRow } from '../invoices/rows';
import { parseTokens, tokenToSend, writeToken } from '../invoices/tokens';
import { text } from '../soap/fields';
import type { XmlElement } from '../soap/parse-xml';
import type { XmlField } from '../soap/write-xml';

/** The first query after a payment acknowledges it, with any version, and stops its reversal (SEQR manual 2.4.2.1). */
export async function getPaymentStatus(sandbox: Sandbox, caller: TerminalCaller, request: XmlElement): Promise<Answer> {
  const reference = text(request, 'invoiceReference');
  const found = reference === undefined ? null : await findInvoice(sandbox, reference, caller.terminal.id);
  if (!found) {
    return { ...refuse('INVALID_INVOICE_REFERENCE', 'the terminal has no such invoice'), fields: [['version', 0]] };
  }
  const invoice = found.status === 'PAID' && !found.acknowledgedAt ? await acknowledged(sandbox, found) : found;
  const paid = invoice.status === 'PAID';
  const token = tokenToSend(parseTokens(invoice.tokens));
  return {
    result: 'SUCCESS',
    invoiceReference: invoice.reference,
    ...(paid && invoice.ersReference && { ersReference: invoice.ersReference }),
    fields: [
      ['status', invoice.status],
      ['receipt', paid ? writeReceipt(invoice, caller.terminal.reseller.name) : undefined],
      // Clients written after SEQR's own loyalty sample fail where there is no element at all.
      ['customerTokens', token ? [writeToken(token)] : []],
      ['version', invoice.version],
    ],
  };
}

async function acknowledged(sandbox: Sandbox, invoice: Invoice): Promise<Invoice> {
  const now = await onInvoice(sandbox, invoice.reference, async (step) => {
    await acknowledge(step);
    return step.invoice;
  });
  return now ?? invoice;
}

function writeReceipt(invoice: Invoice, receiverName: string): XmlField[] {
  return [
    ['terminalId', invoice.terminalId],
    ['paymentDate', invoice.paidAt?.toISOString()],
    ['clientInvoiceId', invoice.clientInvoiceId],
    ['invoiceReference', invoice.reference],
    ['paymentReference', invoice.ersReference],
    ['payerTerminalId', invoice.payerId],
    ['receiverName', receiverName],
    ['invoice', writeInvoice(invoice)],
  ];
}

function writeInvoice(invoice: Invoice): XmlField[] {
  const currency = invoice.currency as Currency;
  const rows = JSON.parse(invoice.rows) as InvoiceRow[];
  return [
    ['paymentMode', invoice.paymentMode],
    ['acknowledgmentMode', invoice.acknowledgmentMode],
    ['issueDate', invoice.issueDate],
    ['title', invoice.title],
    ['clientInvoiceId', invoice.clientInvoiceId],
    ['invoiceRows', rows.length > 0 ? rows.map((row) => writeRow(row, currency)) : undefined],
    ['totalAmount', writeAmount(invoice.paid ?? invoice.total, currency)],
    ['cashierId', invoice.cashierId],
    ['footer', invoice.footer],
    ['backURL', invoice.backURL],
    ['notificationUrl', invoice.notificationUrl],
    ['commitReservationTimeout', invoice.commitReservationTimeout],
  ];
}

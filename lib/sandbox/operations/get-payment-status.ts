import { createHash } from 'node:crypto';
import { storedCurrency } from '../../money';
import type { XmlElement } from '../../xml/parse-xml';
import type { XmlField } from '../../xml/write-xml';
import type { Sandbox } from '../core/context';
import type { Invoice } from '../database/generated/client';
import { acknowledge } from '../invoices/acknowledge';
import { findInvoice, onInvoice } from '../invoices/on-invoice';
import { parseRows, writeAmount, writeRow } from '../invoices/rows';
import { parseTokens, tokenToSend, writeToken } from '../invoices/tokens';
import { type Answer, refuse } from '../wire/answer';
import { text } from '../wire/fields';
import type { TerminalCaller } from './authenticate';

/**
 * Returns an invoice's status. The first call after the payment, with any version, acknowledges the payment and so prevents
 * its reversal (SEQR manual 2.4.2.1).
 */
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
      ['receipt', paid ? writeReceipt(sandbox, invoice, caller.terminal.reseller.name) : undefined],
      // Clients based on SEQR's own loyalty sample fail without this element.
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

function writeReceipt(sandbox: Sandbox, invoice: Invoice, receiverName: string): XmlField[] {
  return [
    ['terminalId', invoice.terminalId],
    ['paymentDate', invoice.paidAt?.toISOString()],
    ['clientInvoiceId', invoice.clientInvoiceId],
    ['invoiceReference', invoice.reference],
    ['paymentReference', invoice.ersReference],
    ['payerTerminalId', invoice.payerId && payerTerminalId(sandbox, invoice.payerId)],
    ['receiverName', receiverName],
    ['invoice', writeInvoice(invoice)],
  ];
}

/**
 * In a public sandbox, anyone with a visitor's id has access to their wallet, so merchants get a digest. It needs no key,
 * because such an id has 128 random bits.
 */
function payerTerminalId({ hosted }: Sandbox, payerId: string): string {
  if (!hosted) return payerId;
  return createHash('sha256').update(`payerTerminalId\0${payerId}`).digest('hex').slice(0, 32);
}

function writeInvoice(invoice: Invoice): XmlField[] {
  const currency = storedCurrency(invoice.currency);
  const rows = parseRows(invoice.rows);
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

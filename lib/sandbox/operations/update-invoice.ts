import { storedCurrency } from '../../money';
import type { XmlElement } from '../../xml/parse-xml';
import type { Sandbox } from '../core/context';
import { onInvoice } from '../invoices/on-invoice';
import { readInvoice, readTokens } from '../invoices/read-invoice';
import type { InvoiceUpdate, Step } from '../invoices/step';
import { type CustomerToken, MAX_TOKENS, mergeTokens, parseTokens } from '../invoices/tokens';
import { type Answer, refuse } from '../wire/answer';
import { child, text } from '../wire/fields';
import type { TerminalCaller } from './authenticate';

/**
 * Replaces the given fields of an unpaid invoice: rows, amount, attributes, and the merchant's answer to loyalty
 * tokens. A waiting invoice can then be paid. A reserved amount, its currency and its payment mode do not change.
 * Sources: SEQR manual 2.4.2.1; SEQR developer site: Loyalty.
 */
export async function updateInvoice(sandbox: Sandbox, caller: TerminalCaller, request: XmlElement): Promise<Answer> {
  const unknown = refuse('INVALID_INVOICE_REFERENCE', 'the terminal has no such invoice');
  const reference = text(request, 'invoiceReference');
  if (reference === undefined) return unknown;
  const tokens = readTokens(request);
  if ('result' in tokens) return tokens;
  const answer = await onInvoice(sandbox, reference, async (step) => {
    if (step.invoice.terminalId !== caller.terminal.id) return unknown;
    return { ...(await update(step, child(request, 'invoice'), tokens)), invoiceReference: reference };
  });
  return answer ?? unknown;
}

async function update(step: Step, changed: XmlElement | undefined, tokens: CustomerToken[]): Promise<Answer> {
  const refusal = whyNotUpdatable(step);
  if (refusal) return refusal;
  const { invoice, time } = step;
  const current = { ...invoice, currency: storedCurrency(invoice.currency) };
  const content = changed ? readInvoice(changed, { current }) : null;
  if (content && 'result' in content) return content;
  const reserved = invoice.status === 'RESERVED';
  if (reserved && content && content.currency !== invoice.currency) {
    return refuse(
      'INVALID_INVOICE_DATA',
      `the total is in ${content.currency}, but the reservation is in ${invoice.currency}`,
    );
  }
  const kept = reserved ? { paymentMode: invoice.paymentMode } : {};
  const offered = parseTokens(invoice.tokens);
  const merged = mergeTokens(offered, tokens);
  if (merged.length > Math.max(MAX_TOKENS, offered.length)) {
    return refuse('INVALID_INVOICE_DATA', `an invoice may have at most ${MAX_TOKENS} tokens`);
  }
  const answered: InvoiceUpdate =
    invoice.status === 'PENDING_ISSUER_ACKNOWLEDGE' ? { status: 'ISSUED', tokensAnsweredAt: time } : {};
  await step.change({ ...content, ...kept, tokens: JSON.stringify(merged), ...answered }, 'updated');
  return { result: 'SUCCESS' };
}

function whyNotUpdatable({ invoice }: Step): Answer | null {
  if (invoice.confirmingBy) return refuse('PAYMENT_IN_PROGRESS', 'the payer is confirming right now');
  switch (invoice.status) {
    case 'PAID':
      return refuse('SYSTEM_ERROR', 'the invoice is paid');
    case 'FAILED':
      return refuse('SYSTEM_ERROR', 'the payment has failed');
    case 'CANCELED':
      return refuse('INVOICE_ALREADY_CANCELED', 'the invoice is cancelled');
    case 'EXPIRED':
      return refuse('PAYMENT_EXPIRED', 'the invoice has expired');
    default:
      return null;
  }
}

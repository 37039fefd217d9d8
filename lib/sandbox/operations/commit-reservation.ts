import { type Currency, money } from '../../money';
import { type Answer, refuse } from '../answer';
import type { TerminalCaller } from '../authenticate';
import type { Sandbox } from '../context';
import { book } from '../invoices/book';
import { onInvoice } from '../invoices/on-invoice';
import { LARGEST_AMOUNT, readAmount } from '../invoices/read-amount';
import type { Step } from '../invoices/step';
import { credit, debit } from '../payers/balance';
import { newErsReference } from '../references';
import { child, text } from '../soap/fields';
import type { XmlElement } from '../soap/parse-xml';

/**
 * Turns reserved money into a payment: all of it unless an amount is named. Less gives the rest back; more is taken
 * only where the invoice's amount was preliminary (SEQR manual 2.4.2.1). The merchant knows by the answer, so nothing
 * is reversed later.
 */
export async function commitReservation(
  sandbox: Sandbox,
  caller: TerminalCaller,
  request: XmlElement,
): Promise<Answer> {
  const unknown = refuse('INVALID_INVOICE_REFERENCE', 'the terminal has no such invoice');
  const reference = text(request, 'invoiceReference');
  if (reference === undefined) return unknown;
  const answer = await onInvoice(sandbox, reference, async (step) => {
    if (step.invoice.terminalId !== caller.terminal.id) return unknown;
    return { ...(await commit(step, child(request, 'amount'))), invoiceReference: reference };
  });
  return answer ?? unknown;
}

async function commit(step: Step, element: XmlElement | undefined): Promise<Answer> {
  const { tx, invoice, time } = step;
  const { payerId, reserved, status } = invoice;
  if (status !== 'RESERVED' || payerId === null || reserved === null) {
    return refuse('INVOICE_STATE_NOT_RESERVED', `it is ${status}`);
  }
  const currency = invoice.currency as Currency;
  const read = element ? readAmount(element, 'amount', currency) : money(reserved, currency);
  if ('result' in read) return read;
  const { amount } = read;
  const preliminary = invoice.paymentMode === 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT';
  if (amount <= 0) return refuse('REJECTED_AMOUNT', 'the amount is not above zero');
  if (amount > (preliminary ? LARGEST_AMOUNT : reserved)) {
    return refuse('REJECTED_AMOUNT', 'the amount is higher than what is reserved');
  }
  if (amount < reserved) await credit(tx, payerId, money(reserved - amount, currency));
  if (amount > reserved && !(await debit(tx, payerId, money(amount - reserved, currency)))) {
    return refuse('REJECTED_PAYMENT', 'the payer lacks the money above what is reserved');
  }
  const ersReference = await newErsReference(tx, time);
  await book(step, {
    ersReference,
    kind: 'PAYMENT',
    payerId,
    amount,
    cashierId: invoice.cashierId,
    bookedAt: time,
  });
  const paid = { status: 'PAID', paid: amount, paidAt: time, acknowledgedAt: time, ersReference, dueAt: null };
  await step.change(paid, 'committed');
  return { result: 'SUCCESS', ersReference };
}

import { LARGEST_AMOUNT } from '../../input-limits';
import { money, storedCurrency } from '../../money';
import type { XmlElement } from '../../xml/parse-xml';
import { credit, debit } from '../accounts/balance';
import type { Sandbox } from '../core/context';
import { newErsReference } from '../core/references';
import { book } from '../invoices/book';
import { onInvoice } from '../invoices/on-invoice';
import { readAmount } from '../invoices/read-amount';
import type { InvoiceUpdate, Step } from '../invoices/step';
import { type Answer, refuse } from '../wire/answer';
import { child, isEmpty, text } from '../wire/fields';
import type { TerminalCaller } from './authenticate';

/**
 * Turns reserved money into a payment. Without an amount, all of it is paid. A lower amount releases the rest; a higher
 * one is allowed only if the invoice's amount was preliminary (SEQR manual 2.4.2.1). The call acknowledges the payment,
 * so it is not reversed later.
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
    return refuse('INVOICE_STATE_NOT_RESERVED', `the invoice is ${status}`);
  }
  const currency = storedCurrency(invoice.currency);
  const read = element && !isEmpty(element) ? readAmount(element, 'amount', currency) : money(reserved, currency);
  if ('result' in read) return read;
  const { amount } = read;
  const preliminary = invoice.paymentMode === 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT';
  if (amount <= 0) return refuse('REJECTED_AMOUNT', 'the amount must be above zero');
  if (amount > (preliminary ? LARGEST_AMOUNT : reserved)) {
    return refuse('REJECTED_AMOUNT', 'the amount is higher than what is reserved');
  }
  if (amount < reserved) await credit(tx, payerId, money(reserved - amount, currency));
  if (amount > reserved && !(await debit(tx, payerId, money(amount - reserved, currency)))) {
    return refuse('REJECTED_PAYMENT', 'the payer’s balance does not cover the additional amount');
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
  const paid: InvoiceUpdate = {
    status: 'PAID',
    paid: amount,
    paidAt: time,
    acknowledgedAt: time,
    ersReference,
    dueAt: null,
  };
  await step.change(paid, 'committed');
  return { result: 'SUCCESS', ersReference };
}

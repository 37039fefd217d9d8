import { formatShortDateTime, formatTime, formatTimeWithSeconds } from '../i18n/format-date';
import { getShopTexts } from '../i18n/get-shop-texts';
import { type Language, storedLanguage } from '../i18n/languages';
import { merchant } from '../merchant';
import { type Money, money, storedCurrency } from '../money';
import { formatOrderNumber } from '../orders/get-order';
import type { Invoice } from '../seqr/types';
import { swedishDay } from '../swedish-day';
import { type InvoiceLine, invoiceRows } from './invoice-rows';

type InvoiceOrder = { readonly number: number; readonly language: string; readonly currency: string };
type InvoiceAttempt = { readonly attempt: number; readonly createdAt: Date; readonly expiresAt: Date };

/** Fields that SEQR requires although its schema makes them optional (SEQR manual 2.4.2.1). */
type Required =
  | 'paymentMode'
  | 'acknowledgmentMode'
  | 'issueDate'
  | 'title'
  | 'clientInvoiceId'
  | 'totalAmount'
  | 'cashierId'
  | 'footer';
export type CompleteInvoice = Invoice & { [Field in Required]: NonNullable<Invoice[Field]> };

/** Shown on the payer's bill and in SEQR's report by cashier. */
const CASHIER = 'Webshop';

/**
 * The invoice of a payment attempt, identical in sendInvoice and every updateInvoice. Without NO_ACKNOWLEDGMENT, SEQR
 * makes the payer wait for the shop after the scan (SEQR developer site: FAQ).
 */
export function composeInvoice(
  order: InvoiceOrder,
  attempt: InvoiceAttempt,
  { lines, total }: { readonly lines: readonly InvoiceLine[]; readonly total: number },
): CompleteInvoice {
  const number = formatOrderNumber(order.number);
  const currency = storedCurrency(order.currency);
  return {
    paymentMode: 'IMMEDIATE_DEBIT',
    acknowledgmentMode: 'NO_ACKNOWLEDGMENT',
    issueDate: attempt.createdAt,
    title: `${merchant.name} ${number}`,
    clientInvoiceId: clientInvoiceId(order, attempt),
    invoiceRows: invoiceRows(lines, currency),
    totalAmount: money(total, currency),
    cashierId: CASHIER,
    footer: formatDeadline(attempt.createdAt, attempt.expiresAt, storedLanguage(order.language)),
  };
}

/** The invoice in refundPayment. `issueDate`: when the refund was requested. */
export function composeRefund(
  order: InvoiceOrder,
  attempt: Pick<InvoiceAttempt, 'attempt'>,
  refund: { readonly amount: Money; readonly issueDate: Date; readonly rows: Invoice['invoiceRows'] },
): CompleteInvoice {
  const { invoice } = getShopTexts(storedLanguage(order.language));
  return {
    paymentMode: 'IMMEDIATE_DEBIT',
    acknowledgmentMode: 'NO_ACKNOWLEDGMENT',
    issueDate: refund.issueDate,
    title: invoice.refund(formatOrderNumber(order.number)),
    clientInvoiceId: clientInvoiceId(order, attempt),
    ...(refund.rows && refund.rows.length > 0 ? { invoiceRows: refund.rows } : {}),
    totalAmount: refund.amount,
    cashierId: CASHIER,
    footer: invoice.refundedBy(merchant.name),
  };
}

/** The attempt's identifier at SEQR, such as `T-10001-1`. */
export function clientInvoiceId(
  { number }: Pick<InvoiceOrder, 'number'>,
  { attempt }: Pick<InvoiceAttempt, 'attempt'>,
): string {
  return `${formatOrderNumber(number)}-${attempt}`;
}

/** `Pay before 14:05` in Swedish time; with the date if it is another day, with seconds if it is the same minute. */
function formatDeadline(issuedAt: Date, deadline: Date, language: Language): string {
  const sameDay = swedishDay(issuedAt) === swedishDay(deadline);
  const sameMinute = Math.floor(issuedAt.getTime() / 60_000) === Math.floor(deadline.getTime() / 60_000);
  const format = !sameDay ? formatShortDateTime : sameMinute ? formatTimeWithSeconds : formatTime;
  return getShopTexts(language).invoice.payBefore(format(deadline, language));
}

import { formatShortDateTime, formatTime, formatTimeWithSeconds } from '../i18n/format-date';
import type { Language } from '../i18n/languages';
import { merchant } from '../merchant';
import { type Money, money, storedCurrency } from '../money';
import { formatOrderNumber } from '../orders/get-order';
import type { Invoice } from '../seqr/types';
import { swedishDay } from '../swedish-day';
import { type InvoiceLine, invoiceRows } from './invoice-rows';

type InvoiceOrder = { readonly number: number; readonly language: string; readonly currency: string };
type InvoiceAttempt = { readonly attempt: number; readonly createdAt: Date; readonly expiresAt: Date };

/** The fields that SEQR requires although its schema does not (SEQR manual 2.4.2.1). */
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

/** Named on the payer's bill and in SEQR's report by cashier. No person sells here. */
const CASHIER = 'Webshop';

const texts = {
  en: {
    payBefore: (time: string) => `Pay before ${time}`,
    refund: (number: string) => `Refund ${number}`,
    refundedBy: `Refunded by ${merchant.name}`,
  },
  sv: {
    payBefore: (time: string) => `Betala före ${time}`,
    refund: (number: string) => `Återbetalning ${number}`,
    refundedBy: `Återbetalt av ${merchant.name}`,
  },
} satisfies Record<Language, object>;

/**
 * The invoice of a payment attempt, the same for sendInvoice and every updateInvoice. Without NO_ACKNOWLEDGMENT, SEQR
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
    footer: formatDeadline(attempt.createdAt, attempt.expiresAt, order.language as Language),
  };
}

/** What refundPayment says of a refund. `issueDate`: when it was requested. */
export function composeRefund(
  order: InvoiceOrder,
  attempt: Pick<InvoiceAttempt, 'attempt'>,
  refund: { readonly amount: Money; readonly issueDate: Date; readonly rows: Invoice['invoiceRows'] },
): CompleteInvoice {
  const { refund: title, refundedBy } = texts[order.language as Language];
  return {
    paymentMode: 'IMMEDIATE_DEBIT',
    acknowledgmentMode: 'NO_ACKNOWLEDGMENT',
    issueDate: refund.issueDate,
    title: title(formatOrderNumber(order.number)),
    clientInvoiceId: clientInvoiceId(order, attempt),
    ...(refund.rows && refund.rows.length > 0 ? { invoiceRows: refund.rows } : {}),
    totalAmount: refund.amount,
    cashierId: CASHIER,
    footer: refundedBy,
  };
}

function clientInvoiceId(
  { number }: Pick<InvoiceOrder, 'number'>,
  { attempt }: Pick<InvoiceAttempt, 'attempt'>,
): string {
  return `${formatOrderNumber(number)}-${attempt}`;
}

/** `Pay before 14:05`, Swedish time: with the date on another day, with seconds where the minute has already begun. */
function formatDeadline(issuedAt: Date, deadline: Date, language: Language): string {
  const sameDay = swedishDay(issuedAt) === swedishDay(deadline);
  const sameMinute = Math.floor(issuedAt.getTime() / 60_000) === Math.floor(deadline.getTime() / 60_000);
  const format = !sameDay ? formatShortDateTime : sameMinute ? formatTimeWithSeconds : formatTime;
  return texts[language].payBefore(format(deadline, language));
}

import { formatDateTime } from '../i18n/format-date';
import type { Language } from '../i18n/languages';
import type { Messages } from '../i18n/messages/en';
import { merchant } from '../merchant';
import type { Money } from '../money';
import type { OrderView } from '../orders/get-order';
import type { RefundView } from '../orders/view-refunds';
import { formatVatRate } from '../vat-rate';
import { isPrintable } from './text-runs';

export type Fact = readonly [label: string, value: string];

/** Whether there is a receipt at all: money came and was kept, or was paid back in part or in whole. */
export function hasReceipt(order: Pick<OrderView, 'state'>): boolean {
  return order.state === 'PAID' || order.state === 'PARTIALLY_REFUNDED' || order.state === 'REFUNDED';
}

/** What people typed: these may be in any script, all else on a receipt is in the language's own. */
export function textsOfAnyScript({ customer, lines }: Pick<OrderView, 'customer' | 'lines'>): string[] {
  const { name, legalName, street, city } = merchant;
  return [customer.name, customer.city, ...lines.map((line) => line.name), name, legalName, street, city];
}

/** Whether there is a receipt that can be had as PDF; what has characters that no font of ours has is printed instead. */
export function hasReceiptPdf(order: Pick<OrderView, 'state' | 'customer' | 'lines'>): boolean {
  return hasReceipt(order) && isPrintable(textsOfAnyScript(order));
}

/** What stands at a receipt's head, the same on the page, in the PDF and in the mail. */
export function receiptFacts(order: OrderView, language: Language, { receipt: m }: Messages): Fact[] {
  const { payment, customer } = order;
  const facts: Fact[] = [
    [m.orderNumber, order.number],
    [m.date, formatDateTime(order.createdAt, language)],
  ];
  if (order.paidAt) facts.push([m.paidAt, formatDateTime(order.paidAt, language)]);
  facts.push([m.method, m.methods[order.paymentMethod]]);
  if (hasReceipt(order) && payment?.ersReference) facts.push([m.ersReference, payment.ersReference]);
  facts.push([m.to, `${customer.name}, ${customer.city}`]);
  return facts;
}

export type RefundDetail = { readonly key: string; readonly label: string; readonly amount: Money };

type RefundDetails = { readonly lines: readonly RefundDetail[]; readonly vat: readonly RefundDetail[] };

/** What a refund was for, and the VAT in it by rate, the same on the page, in the PDF and in the mail. */
export function refundDetails(refund: RefundView, language: Language, { checkout }: Messages): RefundDetails {
  const lines = refund.lines.map(({ position, name, quantity, amount }) => ({
    key: `line ${position}`,
    label: `${quantity} × ${name}`,
    amount,
  }));
  const vat = refund.vat.map((share) => ({
    key: `vat ${share.rate}`,
    label: checkout.vat(formatVatRate(share.rate, language)),
    amount: share.vat,
  }));
  return { lines, vat };
}

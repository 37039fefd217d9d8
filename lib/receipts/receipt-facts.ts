import { formatDateTime } from '../i18n/format-date';
import type { ShopTexts } from '../i18n/get-shop-texts';
import type { Language } from '../i18n/languages';
import { merchant } from '../merchant';
import type { Money } from '../money';
import type { OrderView } from '../orders/get-order';
import type { RefundView } from '../orders/view-refunds';
import { formatVatRate } from '../vat-rate';
import { isPrintable } from './text-runs';

export type Fact = readonly [label: string, value: string];

/** Whether the order has a receipt. It keeps its receipt after a refund. */
export function hasReceipt(order: Pick<OrderView, 'state'>): boolean {
  return order.state === 'PAID' || order.state === 'PARTIALLY_REFUNDED' || order.state === 'REFUNDED';
}

/** The texts that people entered, which may be in any script. All other text on a receipt is in its language. */
export function textsOfAnyScript({ customer, lines }: Pick<OrderView, 'customer' | 'lines'>): string[] {
  const { name, legalName, street, city } = merchant;
  return [customer.name, customer.city, ...lines.map((line) => line.name), name, legalName, street, city];
}

/** Whether the receipt is available as PDF. If a character has no font, the buyer prints the page instead. */
export function hasReceiptPdf(order: Pick<OrderView, 'state' | 'customer' | 'lines'>): boolean {
  return hasReceipt(order) && isPrintable(textsOfAnyScript(order));
}

/** The facts at the top of a receipt, identical on the page, in the PDF and in the mail. */
export function receiptFacts(order: OrderView, language: Language, { receipt: m }: ShopTexts): Fact[] {
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

/** A refund's lines and its VAT by rate, identical on the page, in the PDF and in the mail. */
export function refundDetails(refund: RefundView, language: Language, { checkout }: ShopTexts): RefundDetails {
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

import { formatDateTime } from '../i18n/format-date';
import type { ShopTexts } from '../i18n/get-shop-texts';
import type { Language } from '../i18n/languages';
import { merchant } from '../merchant';
import type { Money } from '../money';
import type { OrderView } from '../orders/get-order';
import type { RefundView } from '../orders/view-refunds';
import { formatVatRate } from '../vat-rate';
import { isPrintable } from './text-runs';

export type Fact<Value = string> = readonly [label: string, value: Value];

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

/** The facts that exist only after the payment. */
export type PaidFacts<Value = string> = { readonly paidAt: Value | null; readonly ersReference: Value | null };

/**
 * The facts at the top of a receipt, identical on the page, in the PDF and in the mail. `paid`: the payment's time and
 * reference; the early receipt passes them, because its order was read before the payment.
 */
export function receiptFacts<Value = string>(
  order: OrderView,
  language: Language,
  { receipt: m }: ShopTexts,
  paid: PaidFacts<Value | string> = paidFacts(order, language),
): Fact<Value | string>[] {
  const { customer } = order;
  const facts: Fact<Value | string>[] = [
    [m.orderNumber, order.number],
    [m.date, formatDateTime(order.createdAt, language)],
  ];
  if (paid.paidAt !== null) facts.push([m.paidAt, paid.paidAt]);
  facts.push([m.method, m.methods[order.paymentMethod]]);
  if (paid.ersReference !== null) facts.push([m.ersReference, paid.ersReference]);
  facts.push([m.to, `${customer.name}, ${customer.city}`]);
  return facts;
}

function paidFacts(order: OrderView, language: Language): PaidFacts {
  return {
    paidAt: order.paidAt && formatDateTime(order.paidAt, language),
    ersReference: hasReceipt(order) ? (order.payment?.ersReference ?? null) : null,
  };
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

import { config } from '../config';
import { getMailTexts } from '../i18n/get-mail-texts';
import { getShopTexts } from '../i18n/get-shop-texts';
import type { Language } from '../i18n/languages';
import { formatMoney } from '../money';
import type { OrderView } from '../orders/get-order';
import { receiptPath } from '../orders/order-urls';
import { formatVatRate } from '../vat-rate';
import type { Part, Row } from './mail-text';

/** The order's lines, its total and its VAT by rate. */
export function orderRows(order: OrderView, language: Language = order.language): Row[] {
  const { quantity } = getMailTexts(language);
  const messages = getShopTexts(language);
  const lines = order.lines.map((line) => ({
    label: line.kind === 'PRODUCT' ? quantity(line.quantity, line.name) : line.name,
    value: formatMoney(line.total, language),
  }));
  const vat = order.vat.map((share) => ({
    label: messages.checkout.vat(formatVatRate(share.rate, language)),
    value: formatMoney(share.vat, language),
  }));
  const total = { label: messages.receipt.total, value: formatMoney(order.total, language), total: true };
  return [...lines, total, ...vat];
}

export function greet({ language, customer }: OrderView): Part {
  return text(getMailTexts(language).greeting(customer.name));
}

/** A link to the order's page for the buyer. */
export function linkTo({ id, language }: OrderView, label = getMailTexts(language).toOrder): Part {
  const { ownUrl } = config();
  return { kind: 'link', label, url: `${ownUrl}${receiptPath(id, language)}` };
}

export function text(content: string): Part {
  return { kind: 'text', text: content };
}

import { config } from '../config';
import { getMailTexts, type MailTexts } from '../i18n/get-mail-texts';
import { getShopTexts } from '../i18n/get-shop-texts';
import type { Language } from '../i18n/languages';
import { formatMoney, type Money } from '../money';
import type { OrderView } from '../orders/get-order';
import type { MailText, Part, Row } from './mail-text';
import { orderRows, text } from './parts';

// Mails to the shop. They are in the merchant's language and link to the back office.

/**
 * Announces a new order, and says what the shop must do: send it if it is paid, otherwise wait for its bank transfer
 * or, if it is large, accept it.
 */
export function composeNewOrder(order: OrderView, language: Language): MailText {
  const { newOrder: m } = getMailTexts(language).shop;
  const { receipt, lines } = getShopTexts(language);
  const total = formatMoney(order.total, language);
  const rows: Row[] = [
    { label: m.buyer, value: `${order.customer.name}, ${order.customer.city}` },
    { label: receipt.delivery, value: lines[order.delivery] },
    ...orderRows(order, language),
  ];
  return {
    subject: m.subject(order.number, total),
    parts: [text(introOf(order, m)), { kind: 'rows', rows }, linkToOffice(order, language)],
  };
}

function introOf({ number, awaitsReview, state }: OrderView, m: MailTexts['shop']['newOrder']): string {
  if (awaitsReview) return m.review(number);
  return state === 'PENDING' ? m.unpaid(number) : m.paid(number);
}

/** `held`: a payment does not match its order. `contradicted`, `excess`: as in lib/orders/incidents.ts. */
export type AttentionKind = 'held' | 'contradicted' | 'excess' | 'refund-unknown';

/** Announces an incident or refund that needs a manual decision. `amount`: the money in question, if known. */
export function composeAttention(
  order: Pick<OrderView, 'number'>,
  { kind, amount }: { readonly kind: AttentionKind; readonly amount: Money | null },
  language: Language,
): MailText {
  const { attention: m } = getMailTexts(language).shop;
  const { receipt } = getShopTexts(language);
  const rows: Row[] = amount ? [{ label: receipt.amount, value: formatMoney(amount, language) }] : [];
  return {
    subject: m.subject(order.number),
    parts: [
      text(m.kinds[kind](order.number)),
      ...(rows.length > 0 ? [{ kind: 'rows', rows } as const] : []),
      linkToOffice(order, language),
    ],
  };
}

/** Announces `count` open incidents and refunds in one mail, because one mail each would be too many. */
export function composeMoreAttention(count: number, language: Language): MailText {
  const { more: m } = getMailTexts(language).shop;
  return { subject: m.subject(count), parts: [text(m.intro(count)), officeLink('/admin', language)] };
}

/**
 * Reports that SEQR issued no invoice, so that a buyer could not pay. `reason`: SEQR's result, or how the call failed.
 */
export function composeNoInvoice(order: Pick<OrderView, 'number'>, reason: string, language: Language): MailText {
  const { noInvoice: m } = getMailTexts(language).shop;
  return {
    subject: m.subject,
    parts: [
      text(m.intro(order.number)),
      { kind: 'rows', rows: [{ label: m.reason, value: reason }] },
      officeLink('/admin/seqr', language),
    ],
  };
}

function linkToOffice({ number }: Pick<OrderView, 'number'>, language: Language): Part {
  return officeLink(`/admin/orders/${number.replace(/\D/g, '')}`, language);
}

function officeLink(path: string, language: Language): Part {
  return { kind: 'link', label: getMailTexts(language).shop.open, url: `${config().ownUrl}${path}` };
}

import type { ShopTexts } from '../i18n/get-shop-texts';
import type { Language } from '../i18n/languages';
import { merchant } from '../merchant';
import { formatMoney } from '../money';
import type { OrderView } from './get-order';

/** What happened to the money of a cancelled or expired order, identical on its page and in the mail. */
export function closedText(
  { held, payment, number, received }: Pick<OrderView, 'held' | 'payment' | 'number' | 'received'>,
  state: 'CANCELED' | 'EXPIRED',
  { pay: m }: ShopTexts,
  language: Language,
): string {
  const contact = m.held.contact(merchant.email, number);
  switch (held?.outcome) {
    case null:
      return `${held.isPaid ? m.held.paid.text : m.held.unclear.text} ${contact}`;
    case 'refunded':
      return m.held.refunded;
    case 'settled':
      return `${m.held.settled} ${contact}`;
    case 'closed':
      return `${m.held.closed} ${contact}`;
  }
  if (payment?.state === 'PAID') return m.closedPaid;
  return received.amount > 0 ? m.closedPartly(formatMoney(received, language)) : m.closed[state].text;
}

/** True if the shop has no money for the closed order, and no open question about it. */
export function isClosedUnpaid({ held, received }: Pick<OrderView, 'held' | 'received'>): boolean {
  return !held && received.amount === 0;
}

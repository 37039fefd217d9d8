import type { ShopTexts } from '../i18n/get-shop-texts';
import type { Language } from '../i18n/languages';
import { merchant } from '../merchant';
import { formatMoney } from '../money';
import { type OrderView, totalAfterRefunds } from './get-order';

type MoneyFacts = Pick<OrderView, 'held' | 'payment' | 'received' | 'refunds'>;

/** What happened to the money of a cancelled or expired order, identical on its page and in the mail. */
export function closedText(
  order: MoneyFacts & Pick<OrderView, 'number'>,
  state: 'CANCELED' | 'EXPIRED',
  { pay: m }: ShopTexts,
  language: Language,
): string {
  const { held, payment, number, received, refunds } = order;
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
  const left = totalAfterRefunds(order);
  if (refunds.length > 0) return left.amount > 0 ? m.closedRest(formatMoney(left, language)) : m.closedRefunded;
  if (payment?.state === 'PAID') return m.closedPaid;
  return received.amount > 0 ? m.closedPartly(formatMoney(left, language)) : m.closed[state].text;
}

/** True if the shop has received no money for the closed order, and no payment for it is or was held. */
export function isClosedUnpaid({ held, received }: MoneyFacts): boolean {
  return !held && received.amount === 0;
}

/** True if the goods of a held payment were released before anyone decided about it. Its buyer must not order again. */
export function isBeingChecked({ held }: MoneyFacts): boolean {
  return held?.outcome === null;
}

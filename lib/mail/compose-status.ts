import { getMailTexts } from '../i18n/get-mail-texts';
import { getShopTexts } from '../i18n/get-shop-texts';
import { closedText, isBeingChecked, isClosedUnpaid } from '../orders/closed-text';
import type { OrderView } from '../orders/get-order';
import type { MailText, Part, Row } from './mail-text';
import { greet, linkTo, orderRows, text } from './parts';

/** Tells the buyer that the order is sent, by which carrier, and where to track it. */
export function composeSentNotice(order: OrderView, shipment: NonNullable<OrderView['shipment']>): MailText {
  const { sent } = getMailTexts(order.language);
  const { receipt } = getShopTexts(order.language);
  const { carrier, trackingUrl } = shipment;
  const { name, address, postalCode, city } = order.customer;
  const rows: Row[] = [{ label: receipt.to, value: `${name}, ${address}, ${postalCode} ${city}` }];
  const follow: Part[] = trackingUrl === null ? [] : [{ kind: 'link', label: sent.track, url: trackingUrl }];
  return {
    subject: sent.subject(order.number),
    parts: [
      greet(order),
      text(carrier === null ? sent.intro(order.number) : sent.introWith(order.number, carrier)),
      { kind: 'rows', rows },
      ...follow,
      ...(trackingUrl === null ? [] : [text(sent.wait)]),
      linkTo(order),
      text(getMailTexts(order.language).questions),
    ],
  };
}

/**
 * Tells the buyer that the order was closed without having been paid, what that means for money and goods, and how to
 * order again. While a payment is held, the mail says that the shop is checking it.
 */
export function composeClosedNotice(order: OrderView, state: 'CANCELED' | 'EXPIRED'): MailText {
  const { closed, questions } = getMailTexts(order.language);
  const messages = getShopTexts(order.language);
  const late = order.paymentMethod === 'seqr' ? messages.pay.late : closed.lateTransfer;
  const isChecked = isBeingChecked(order);
  const { subject, intro } = isChecked ? closed.checking : closed[state];
  return {
    subject: subject(order.number),
    parts: [
      greet(order),
      text(`${intro(order.number)} ${closedText(order, state, messages, order.language)}`),
      { kind: 'rows', rows: orderRows(order) },
      linkTo(order, state === 'EXPIRED' && !isChecked ? closed.again : undefined),
      ...(isClosedUnpaid(order) ? [text(late)] : []),
      text(questions),
    ],
  };
}

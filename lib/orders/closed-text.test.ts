import { describe, expect, it } from 'vitest';
import { getShopTexts } from '../i18n/get-shop-texts';
import { merchant } from '../merchant';
import { formatMoney, money } from '../money';
import { paidOrder } from '../testing/paid-order';
import { closedText, isBeingChecked, isClosedUnpaid } from './closed-text';
import type { HeldView, OrderView } from './get-order';

const texts = getShopTexts('en');
const { pay } = texts;
const sek = (amount: number) => money(amount, 'SEK');
const unpaid = paidOrder({ state: 'CANCELED', paidAt: null, payment: null, received: sek(0) });
const textOf = (change: Partial<OrderView>, state: 'CANCELED' | 'EXPIRED' = 'CANCELED') =>
  closedText({ ...unpaid, ...change }, state, texts, 'en');
const refund = (amount: number) => ({
  ...{ id: 'r', amount: sek(amount), at: new Date(), ersReference: null, byTransfer: false },
  ...{ lines: [], creditNote: null, vat: [] },
});
const paid = { payment: paidOrder().payment, received: sek(100_00) };

describe('the text of a closed order', () => {
  it.each(['CANCELED', 'EXPIRED'] as const)('says why it is closed if no money arrived: %s', (state) =>
    expect(textOf({}, state)).toBe(pay.closed[state].text),
  );

  it('says what happens to money that arrived', () => {
    expect(textOf(paid)).toBe(pay.closedPaid);
    expect(textOf({ received: sek(30_00) })).toBe(pay.closedPartly(formatMoney(sek(30_00), 'en')));
    expect(textOf({ ...paid, refunds: [refund(30_00)] })).toBe(pay.closedRest(formatMoney(sek(70_00), 'en')));
    expect(textOf({ ...paid, refunds: [refund(30_00), refund(70_00)] })).toBe(pay.closedRefunded);
  });

  const contact = pay.held.contact(merchant.email, unpaid.number);
  it.each<[HeldView, string]>([
    [{ isPaid: true, outcome: null }, `${pay.held.paid.text} ${contact}`],
    [{ isPaid: false, outcome: null }, `${pay.held.unclear.text} ${contact}`],
    [{ isPaid: true, outcome: 'refunded' }, pay.held.refunded],
    [{ isPaid: true, outcome: 'settled' }, `${pay.held.settled} ${contact}`],
    [{ isPaid: true, outcome: 'closed' }, `${pay.held.closed} ${contact}`],
    [{ isPaid: true, outcome: 'recorded' }, pay.closedPaid],
  ])('says what was decided about its held payment: %j', (held, text) => expect(textOf({ ...paid, held })).toBe(text));
});

it('a closed order is unpaid if no money arrived and no payment was held', () => {
  expect(isClosedUnpaid(unpaid)).toBe(true);
  expect(isClosedUnpaid({ ...unpaid, received: sek(1) })).toBe(false);
  expect(isClosedUnpaid({ ...unpaid, held: { isPaid: false, outcome: 'closed' } })).toBe(false);
});

it('a closed order is being checked until a person decides about the held payment', () => {
  expect(isBeingChecked(unpaid)).toBe(false);
  expect(isBeingChecked({ ...unpaid, held: { isPaid: true, outcome: null } })).toBe(true);
  expect(isBeingChecked({ ...unpaid, held: { isPaid: true, outcome: 'closed' } })).toBe(false);
});

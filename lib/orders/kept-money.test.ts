import { describe, expect, it } from 'vitest';
import type { Incident } from '../db/generated/client';
import { leftToRefund, mayKeep, receivedUntil, settledElsewhere } from './kept-money';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));
const paid = (amount: number, minute: number, change = {}) => ({
  id: 'p',
  state: 'PAID' as const,
  currency: 'SEK',
  amount,
  paidAt: at(minute),
  ...change,
});
const transfer = (amount: number, minute: number) => ({ amount, at: at(minute) });
const refund = (amount: number, minute: number, change = {}) => ({
  state: 'DONE' as const,
  currency: 'SEK',
  amount,
  createdAt: at(minute),
  paymentId: null as string | null,
  lines: [] as readonly unknown[],
  ...change,
});
const byLine = (amount: number, minute: number) => refund(amount, minute, { lines: [{ position: 0 }] });
type Ended = Pick<Incident, 'kind' | 'outcome' | 'paymentId' | 'amount' | 'endedAt'>;
const settled = (amount: number, minute: number, change: Partial<Ended> = {}): Ended => ({
  kind: 'excess',
  outcome: 'settled',
  paymentId: null,
  amount,
  endedAt: at(minute),
  ...change,
});

/** An order of 100.00 that was paid at minute 10. `transferred` is the sum of its transfers, as in the database. */
function order(change: Partial<Parameters<typeof receivedUntil>[0]> = {}) {
  const transferred = (change.transfers ?? []).reduce((all, { amount }) => all + amount, 0);
  const facts = { currency: 'SEK', total: 100_00, keeps: null, paidAt: at(10), transferred };
  return { ...facts, payments: [], transfers: [], refunds: [], incidents: [], ...change };
}

describe('the money that was received', () => {
  const payments = [paid(100_00, 10), paid(7_00, 30)];
  const transfers = [transfer(20_00, 5), transfer(3_00, 25)];
  const incidents = [settled(2_00, 15), settled(1_00, 40)];

  it('until now is that of all payments and transfers, without what was settled elsewhere', () => {
    expect(receivedUntil(order({ payments, transfers, incidents }))).toBe(127_00);
  });

  it.each([
    [4, 0],
    [5, 20_00],
    [9, 20_00],
    [10, 120_00],
    [15, 118_00],
    [25, 121_00],
    [30, 128_00],
    [40, 127_00],
  ])('until minute %i does not include what happened later', (minute, received) => {
    expect(receivedUntil(order({ payments, transfers, incidents }), at(minute))).toBe(received);
  });

  it('is only that of paid payments in the order’s currency', () => {
    const other = [paid(50_00, 1, { currency: 'EUR' }), paid(50_00, 1, { state: 'CANCELED' })];
    expect(receivedUntil(order({ payments: [...payments, ...other] }))).toBe(107_00);
    expect(receivedUntil(order({ payments: [...payments, ...other] }), at(20))).toBe(100_00);
  });

  it('includes the payment that a refund is of, even if a clock was ahead when it was booked', () => {
    const late = paid(100_00, 20, { id: 'late' });
    expect(receivedUntil(order({ payments: [paid(100_00, 10), late] }), at(19))).toBe(100_00);
    expect(receivedUntil(order({ payments: [paid(100_00, 10), late] }), at(19), 'late')).toBe(200_00);
  });

  it('includes a payment whose time is unknown', () => {
    expect(receivedUntil(order({ payments: [paid(100_00, 0, { paidAt: null })] }), at(1))).toBe(100_00);
  });
});

it('what was settled elsewhere is the ended excess of the order, or of one payment', () => {
  const incidents = [
    settled(1_00, 1),
    settled(2_00, 2),
    settled(4_00, 3, { paymentId: 'p1' }),
    settled(8_00, 4, { outcome: 'resolved' }),
    settled(16_00, 5, { kind: 'mismatch' }),
    settled(32_00, 6, { outcome: null, endedAt: null }),
    settled(0, 7, { amount: null }),
  ];
  expect(settledElsewhere(incidents, null)).toBe(3_00);
  expect(settledElsewhere(incidents, 'p1')).toBe(4_00);
});

describe('what may still be refunded', () => {
  const payment = (id: string, amount: number, change = {}) => ({ ...paid(amount, 10), id, refunded: 0, ...change });
  const balance = (change: Partial<Parameters<typeof leftToRefund>[0]> = {}) => ({
    ...{ currency: 'SEK', transferred: 0, paidBack: 0, payments: [], incidents: [] },
    ...change,
  });
  const none = new Set<string>();

  it('of a payment or of transfers is what was not refunded', () => {
    const one = payment('p1', 100_00, { refunded: 30_00 });
    const order = balance({ payments: [one], transferred: 50_00, paidBack: 20_00 });
    expect(leftToRefund(order, one, none)).toBe(70_00);
    expect(leftToRefund(order, null, none)).toBe(30_00);
  });

  it('is at most what the order still holds, without what was settled elsewhere', () => {
    const one = payment('p1', 130_00);
    const unpaid = payment('p2', 500_00, { state: 'CANCELED' });
    const order = balance({ payments: [one, unpaid], transferred: 10_00, incidents: [settled(40_00, 20)] });
    expect(leftToRefund(order, one, none)).toBe(100_00);
    expect(leftToRefund(order, null, none)).toBe(10_00);
  });

  it('does not include a payment that the shop is refunding, which is refunded in full', () => {
    const [one, late] = [payment('p1', 130_00), payment('p2', 130_00)];
    const order = balance({ payments: [one, late], incidents: [settled(40_00, 20)] });
    expect(leftToRefund(order, one, none)).toBe(130_00);
    expect(leftToRefund(order, one, new Set(['p2']))).toBe(90_00);
    expect(leftToRefund(order, late, new Set(['p2']))).toBe(130_00);
  });

  it('of a payment in another currency is less by what was settled of it', () => {
    const euro = payment('p1', 50_00, { currency: 'EUR', refunded: 10_00 });
    const order = balance({ payments: [euro], incidents: [settled(5_00, 20, { paymentId: 'p1' }), settled(7_00, 20)] });
    expect(leftToRefund(order, euro, none)).toBe(35_00);
  });
});

describe('an order of 100.00', () => {
  const all = () => true;

  it.each<[string, Parameters<typeof order>[0], number]>([
    ['its total without refunds', { payments: [paid(130_00, 10)] }, 100_00],
    ['what it kept before', { keeps: 60_00, payments: [paid(100_00, 10)] }, 60_00],
    ['its total after the refund of an excess', { payments: [paid(130_00, 10)], refunds: [refund(30_00, 20)] }, 100_00],
    ['the rest after a refund of its goods', { payments: [paid(100_00, 10)], refunds: [refund(30_00, 20)] }, 70_00],
    ['the rest after a refund at its payment', { payments: [paid(100_00, 10)], refunds: [refund(30_00, 10)] }, 70_00],
    [
      'the rest after refunds, in whatever order they are listed',
      {
        payments: [paid(100_00, 10)],
        transfers: [transfer(50_00, 25)],
        refunds: [refund(70_00, 30), refund(40_00, 20)],
      },
      40_00,
    ],
    [
      'none of a transfer after its refund',
      { payments: [paid(100_00, 10)], transfers: [transfer(50_00, 30)], refunds: [refund(40_00, 20)] },
      60_00,
    ],
    [
      'its total after the refund of a duplicate payment, even if a clock was ahead when that was booked',
      {
        payments: [paid(100_00, 10), paid(100_00, 20, { id: 'late' })],
        refunds: [refund(100_00, 19, { paymentId: 'late' })],
      },
      100_00,
    ],
    ['nothing less than 0', { payments: [paid(100_00, 10)], refunds: [refund(120_00, 20)] }, 0],
    [
      'its total after a refund before it was paid',
      { payments: [paid(100_00, 10)], refunds: [refund(30_00, 9)] },
      100_00,
    ],
    ['its total after a refund of an unpaid order', { paidAt: null, refunds: [refund(30_00, 9)] }, 100_00],
    [
      'its total after a refund in another currency',
      { payments: [paid(100_00, 10)], refunds: [refund(30_00, 20, { currency: 'EUR' })] },
      100_00,
    ],
    [
      'less by what was settled elsewhere before its refund',
      { payments: [paid(130_00, 10)], incidents: [settled(30_00, 15)], refunds: [refund(30_00, 20)] },
      70_00,
    ],
    [
      'none of a line that was refunded, even if there is an excess',
      { payments: [paid(130_00, 10)], refunds: [byLine(40_00, 20)] },
      60_00,
    ],
    [
      'as much if the excess is refunded after a line',
      { payments: [paid(130_00, 10)], refunds: [byLine(40_00, 20), refund(30_00, 21)] },
      60_00,
    ],
    [
      'as much if the excess is refunded before a line',
      { payments: [paid(130_00, 10)], refunds: [refund(30_00, 20), byLine(40_00, 21)] },
      60_00,
    ],
    [
      'as much as it kept after the refund of a line',
      { keeps: 60_00, payments: [paid(130_00, 10)], refunds: [byLine(40_00, 20), refund(20_00, 21)] },
      60_00,
    ],
    [
      'nothing if lines exceed its total, and the rest is of the excess',
      { payments: [paid(130_00, 10)], refunds: [byLine(120_00, 20), refund(10_00, 21)] },
      0,
    ],
    ['nothing less than 0 after a line', { payments: [paid(100_00, 10)], refunds: [byLine(120_00, 20)] }, 0],
    [
      'no more than what is left of a smaller payment',
      { payments: [paid(90_00, 10)], refunds: [byLine(40_00, 20)] },
      50_00,
    ],
  ])('may keep %s', (_, change, kept) => {
    expect(mayKeep(order(change), all)).toBe(kept);
  });

  it('is reduced only by the refunds that `isCounted` selects', () => {
    const refunds = [refund(30_00, 20), refund(20_00, 30, { state: 'REFUSED' })];
    const paidOrder = order({ payments: [paid(100_00, 10)], refunds });
    expect(mayKeep(paidOrder, ({ state }) => state !== 'REFUSED')).toBe(70_00);
    expect(mayKeep(paidOrder, () => false)).toBe(100_00);
  });
});

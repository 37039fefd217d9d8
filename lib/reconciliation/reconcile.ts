import { type Currency, type Money, sum } from '../money';
import type { ReportRow } from './parse-report';

/** What our books say of money that SEQR moved; `amount` is negative for a refund. */
export type Booking = {
  readonly kind: 'payment' | 'refund';
  readonly orderId: string;
  readonly orderNumber: number;
  /** Null for a refund that a person marked as done without knowing SEQR's reference. */
  readonly ersReference: string | null;
  readonly amount: Money;
  /** Booked between the last closing and this one, so that this report must name it, or one of the others does. */
  readonly isDue: boolean;
};

/** Money of which our books do not know whether it moved: a lost answer, an attempt that was given up. */
export type Doubt = Pick<Booking, 'kind' | 'orderId' | 'orderNumber' | 'amount'>;

export type Books = {
  /** What is due in this period, and whatever else the report's references name. */
  readonly bookings: readonly Booking[];
  readonly doubts: readonly Doubt[];
  /** References that reports of earlier periods, and of other periods at all, have named. */
  readonly namedEarlier: ReadonlySet<string>;
  readonly namedElsewhere: ReadonlySet<string>;
  /** A closing whose answer was lost lies before this one: its report is missing. */
  readonly isOneLost: boolean;
  readonly terminalId: string;
  readonly currency: Currency;
};

export const outcomes = ['MATCHED', 'AMOUNT_DIFFERS', 'ONLY_AT_SEQR', 'ONLY_WITH_US'] as const;
export type Outcome = (typeof outcomes)[number];

/** As far as a difference can be explained; the words, and what to do, are in texts/. */
export const explanations = [
  'by-amount',
  'netted',
  'other-amount',
  'listed-twice',
  'listed-before',
  'other-terminal',
  'other-currency',
  'refund-in-doubt',
  'payment-in-doubt',
  'unknown-refund',
  'unknown-payment',
  'lost-period',
  'missing-payment',
  'missing-refund',
] as const;
export type Explanation = (typeof explanations)[number];

export type Line = {
  readonly outcome: Outcome;
  readonly explanation: Explanation | null;
  readonly ersReference: string | null;
  readonly terminalId: string | null;
  readonly cashierId: string | null;
  /** In minor units of `currency`; null where that side says nothing. */
  readonly seqrAmount: number | null;
  readonly ourAmount: number | null;
  readonly currency: Currency;
  readonly orderId: string | null;
  readonly orderNumber: number | null;
};

/** Holds a report against the books, line by line: SEQR's rows in their order, then what only we have. */
export function reconcile(rows: readonly ReportRow[], books: Books): Line[] {
  const byReference = new Pool(books.bookings, ({ ersReference }) => ersReference);
  const byHand = new Pool(books.bookings, ({ ersReference, isDue, amount }) =>
    ersReference === null && isDue ? keyOf(amount) : null,
  );
  const doubts = new Pool(books.doubts, ({ kind, amount }) => `${kind} ${keyOf(amount)}`);
  const seen = new Set<string>();
  const lines = rows.map((row): Line => {
    const isRepeated = seen.has(row.ersReference);
    seen.add(row.ersReference);
    const at = atSeqr(row);
    if (books.namedEarlier.has(row.ersReference)) return { ...at, explanation: 'listed-before' };
    const { amount } = row;
    const isSame = (other: Booking) => other.amount.currency === amount.currency;
    const booking = byReference.take(row.ersReference, (other) => isEqual(other.amount, amount), isSame);
    if (booking) return compare(at, booking, amount, books);
    if (byReference.has(row.ersReference)) return { ...at, explanation: 'other-currency' };
    if (isRepeated) return { ...at, explanation: 'listed-twice' };
    const unnamed = byHand.take(keyOf(amount));
    if (unnamed) return { ...compare(at, unnamed, amount, books), explanation: 'by-amount' };
    if (row.terminalId !== books.terminalId) return { ...at, explanation: 'other-terminal' };
    return suspect(at, amount, doubts);
  });
  const missing = [...byReference.rest(), ...byHand.rest()].filter(
    ({ isDue, ersReference }) => isDue && !(ersReference !== null && books.namedElsewhere.has(ersReference)),
  );
  return [...lines, ...missing.map((booking) => withUs(booking, books))];
}

function keyOf({ amount, currency }: Money): string {
  return `${amount} ${currency}`;
}

function isEqual(a: Money, b: Money): boolean {
  return keyOf(a) === keyOf(b);
}

function atSeqr({ amount: { amount, currency }, ersReference, terminalId, cashierId }: ReportRow): Line {
  const nothing = { explanation: null, ourAmount: null, orderId: null, orderNumber: null };
  return { outcome: 'ONLY_AT_SEQR', ersReference, terminalId, cashierId, seqrAmount: amount, currency, ...nothing };
}

function compare(at: Line, { amount, orderId, orderNumber }: Booking, atSeqr: Money, { bookings }: Books): Line {
  const both = { ...at, ourAmount: amount.amount, orderId, orderNumber };
  if (isEqual(amount, atSeqr)) return { ...both, outcome: 'MATCHED' };
  const ofOrder = bookings.filter((other) => other.orderId === orderId).map((other) => other.amount);
  const net = sum(ofOrder, amount.currency);
  return { ...both, outcome: 'AMOUNT_DIFFERS', explanation: isEqual(net, atSeqr) ? 'netted' : 'other-amount' };
}

function suspect(at: Line, amount: Money, doubts: Pool<Doubt>): Line {
  const kind = amount.amount < 0 ? 'refund' : 'payment';
  const doubt = doubts.take(`${kind} ${keyOf(amount)}`);
  if (!doubt) return { ...at, explanation: `unknown-${kind}` };
  const { orderId, orderNumber } = doubt;
  return { ...at, orderId, orderNumber, explanation: `${kind}-in-doubt` };
}

function withUs({ kind, amount, ersReference, orderId, orderNumber }: Booking, { isOneLost }: Books): Line {
  const explanation: Explanation = isOneLost ? 'lost-period' : `missing-${kind}`;
  const silent = { terminalId: null, cashierId: null, seqrAmount: null };
  const ours = { ourAmount: amount.amount, currency: amount.currency, orderId, orderNumber };
  return { outcome: 'ONLY_WITH_US', explanation, ersReference, ...silent, ...ours };
}

/** Things that each explain one row at most, found by a key; those without a key are left out. */
class Pool<Item> {
  private readonly left = new Map<string, Item[]>();

  constructor(items: readonly Item[], keyOf: (item: Item) => string | null) {
    for (const item of items) {
      const key = keyOf(item);
      if (key === null) continue;
      const others = this.left.get(key);
      if (others) others.push(item);
      else this.left.set(key, [item]);
    }
  }

  /** The first of these tests that an item under the key passes finds it; without tests, the first item does. */
  take(key: string, ...tests: readonly ((item: Item) => boolean)[]): Item | undefined {
    const items = this.left.get(key) ?? [];
    const found = tests.length === 0 ? items[0] : tests.map((test) => items.find(test)).find(Boolean);
    if (found) items.splice(items.indexOf(found), 1);
    return found;
  }

  has(key: string): boolean {
    return (this.left.get(key) ?? []).length > 0;
  }

  rest(): Item[] {
    return [...this.left.values()].flat();
  }
}

export type Totals = {
  readonly matchedCount: number;
  readonly matchedSum: number;
  readonly openCount: number;
  /** What the differences come to, each by its size, so that two opposite ones do not hide each other. */
  readonly openSum: number;
  readonly seqrSum: number;
  readonly ourSum: number;
};

/** Counts are of all lines; sums, in minor units, of those in `currency`: others cannot be added to them. */
export function totalsOf(lines: readonly Line[], currency: Currency): Totals {
  const matched = lines.filter(({ outcome }) => outcome === 'MATCHED');
  const open = lines.filter(({ outcome }) => outcome !== 'MATCHED');
  const total = (of: (line: Line) => number, among = lines) =>
    among.filter((line) => line.currency === currency).reduce((all, line) => all + of(line), 0);
  return {
    matchedCount: matched.length,
    matchedSum: total(({ seqrAmount }) => seqrAmount ?? 0, matched),
    openCount: open.length,
    openSum: total(({ seqrAmount, ourAmount }) => Math.abs((seqrAmount ?? 0) - (ourAmount ?? 0)), open),
    seqrSum: total(({ seqrAmount }) => seqrAmount ?? 0),
    ourSum: total(({ ourAmount }) => ourAmount ?? 0),
  };
}

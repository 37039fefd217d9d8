import type { Currency } from '../money';
import type { ReportRow } from './parse-report';

/** What our books say of money that SEQR moved; `amount` is in minor units, negative for a refund. */
export type Booking = {
  readonly kind: 'payment' | 'refund';
  readonly orderId: string;
  readonly orderNumber: number;
  /** Null for a refund that a person marked as done without knowing SEQR's reference. */
  readonly ersReference: string | null;
  readonly amount: number;
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
  /** In minor units of the shop's currency; null where that side says nothing (or speaks of another currency). */
  readonly seqrAmount: number | null;
  readonly ourAmount: number | null;
  readonly orderId: string | null;
  readonly orderNumber: number | null;
};

/** Holds a report against the books, line by line: SEQR's rows in their order, then what only we have. */
export function reconcile(rows: readonly ReportRow[], books: Books): Line[] {
  const byReference = new Pool(books.bookings, ({ ersReference }) => ersReference);
  const byHand = new Pool(books.bookings, ({ ersReference, isDue, amount }) =>
    ersReference === null && isDue ? String(amount) : null,
  );
  const doubts = new Pool(books.doubts, ({ kind, amount }) => `${kind} ${amount}`);
  const seen = new Set<string>();
  const lines = rows.map((row): Line => {
    const isRepeated = seen.has(row.ersReference);
    seen.add(row.ersReference);
    const at = atSeqr(row, books.currency);
    if (row.amount.currency !== books.currency) return { ...at, explanation: 'other-currency' };
    if (books.namedEarlier.has(row.ersReference)) return { ...at, explanation: 'listed-before' };
    const { amount } = row.amount;
    const booking = byReference.take(row.ersReference, (other) => other.amount === amount);
    if (booking) return compare(at, booking, amount, books);
    if (isRepeated) return { ...at, explanation: 'listed-twice' };
    const unnamed = byHand.take(String(amount));
    if (unnamed) return { ...compare(at, unnamed, amount, books), explanation: 'by-amount' };
    if (row.terminalId !== books.terminalId) return { ...at, explanation: 'other-terminal' };
    return suspect(at, amount, doubts);
  });
  const missing = [...byReference.rest(), ...byHand.rest()].filter(
    ({ isDue, ersReference }) => isDue && !(ersReference !== null && books.namedElsewhere.has(ersReference)),
  );
  return [...lines, ...missing.map((booking) => withUs(booking, books))];
}

function atSeqr({ amount, ersReference, terminalId, cashierId }: ReportRow, currency: Currency): Line {
  const seqrAmount = amount.currency === currency ? amount.amount : null;
  const nothing = { ourAmount: null, orderId: null, orderNumber: null };
  return { outcome: 'ONLY_AT_SEQR', explanation: null, ersReference, terminalId, cashierId, seqrAmount, ...nothing };
}

function compare(at: Line, { amount, orderId, orderNumber }: Booking, seqrAmount: number, { bookings }: Books): Line {
  const both = { ...at, ourAmount: amount, orderId, orderNumber };
  if (amount === seqrAmount) return { ...both, outcome: 'MATCHED' };
  const ofOrder = bookings.filter((other) => other.orderId === orderId);
  const net = ofOrder.reduce((sum, other) => sum + other.amount, 0);
  return { ...both, outcome: 'AMOUNT_DIFFERS', explanation: net === seqrAmount ? 'netted' : 'other-amount' };
}

function suspect(at: Line, amount: number, doubts: Pool<Doubt>): Line {
  const kind = amount < 0 ? 'refund' : 'payment';
  const doubt = doubts.take(`${kind} ${amount}`);
  if (!doubt) return { ...at, explanation: `unknown-${kind}` };
  const { orderId, orderNumber } = doubt;
  return { ...at, orderId, orderNumber, explanation: `${kind}-in-doubt` };
}

function withUs({ kind, amount, ersReference, orderId, orderNumber }: Booking, { isOneLost }: Books): Line {
  const explanation: Explanation = isOneLost ? 'lost-period' : `missing-${kind}`;
  const silent = { terminalId: null, cashierId: null, seqrAmount: null };
  return { outcome: 'ONLY_WITH_US', explanation, ersReference, ...silent, ourAmount: amount, orderId, orderNumber };
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

  /** The one that suits best, else the first under the key. */
  take(key: string, suits: (item: Item) => boolean = () => true): Item | undefined {
    const items = this.left.get(key) ?? [];
    const index = Math.max(0, items.findIndex(suits));
    return items.splice(index, 1)[0];
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

export function totalsOf(lines: readonly Line[]): Totals {
  const sum = (of: (line: Line) => number, among = lines) => among.reduce((total, line) => total + of(line), 0);
  const matched = lines.filter(({ outcome }) => outcome === 'MATCHED');
  const open = lines.filter(({ outcome }) => outcome !== 'MATCHED');
  return {
    matchedCount: matched.length,
    matchedSum: sum(({ seqrAmount }) => seqrAmount ?? 0, matched),
    openCount: open.length,
    openSum: sum(({ seqrAmount, ourAmount }) => Math.abs((seqrAmount ?? 0) - (ourAmount ?? 0)), open),
    seqrSum: sum(({ seqrAmount }) => seqrAmount ?? 0),
    ourSum: sum(({ ourAmount }) => ourAmount ?? 0),
  };
}

import { type Currency, type Money, sum } from '../money';
import type { ReportRow } from './parse-report';

/** A payment or refund in the shop's ledger; `amount` is negative for a refund. */
export type Booking = {
  readonly kind: 'payment' | 'refund';
  readonly orderId: string;
  readonly orderNumber: number;
  /** Null for a refund that was marked as done without SEQR's reference. */
  readonly ersReference: string | null;
  readonly amount: Money;
  /** Booked between the previous closing and this one, so this report or another one must contain it. */
  readonly isDue: boolean;
};

/** Payments and refunds with an unknown outcome: a lost answer, or a closed attempt. */
export type Unresolved = Pick<Booking, 'kind' | 'orderId' | 'orderNumber' | 'amount'>;

/** Money that is not booked, because its incident is open or was resolved without a booking. */
export type KnownIncident = {
  readonly explanation: 'held' | 'settled-elsewhere';
  readonly orderId: string;
  readonly orderNumber: number;
  /** Null if SEQR sent no usable reference. The incident is then matched by amount. */
  readonly ersReference: string | null;
  readonly amount: Money;
};

export type Ledger = {
  /** Everything due in this period, and every other booking whose reference is in the report. */
  readonly bookings: readonly Booking[];
  readonly unresolved: readonly Unresolved[];
  readonly incidents: readonly KnownIncident[];
  /** References of booked payments with an open incident because SEQR contradicts them. */
  readonly contradicted: ReadonlySet<string>;
  /** References named in reports of earlier periods. */
  readonly namedEarlier: ReadonlySet<string>;
  /** References named in reports of any other period. */
  readonly namedElsewhere: ReadonlySet<string>;
  /** An earlier closing is LOST, so its report is missing. */
  readonly hasLostClosing: boolean;
  readonly terminalId: string;
  readonly currency: Currency;
};

export const outcomes = ['MATCHED', 'AMOUNT_DIFFERS', 'ONLY_AT_SEQR', 'ONLY_WITH_US'] as const;
export type Outcome = (typeof outcomes)[number];

/** The possible causes of a difference. lib/i18n/texts explains each one and says what to do. */
const explanations = [
  'by-amount',
  'netted',
  'contradicted',
  'other-amount',
  'listed-twice',
  'listed-before',
  'other-terminal',
  'other-currency',
  'held',
  'settled-elsewhere',
  'refund-in-doubt',
  'payment-in-doubt',
  'unknown-refund',
  'unknown-payment',
  'lost-period',
  'missing-payment',
  'missing-refund',
] as const;
export type Explanation = (typeof explanations)[number];

/** The explanation of a stored line. Throws `RangeError` for any other text. */
export function storedExplanation(text: string): Explanation {
  const explanation = explanations.find((known) => known === text);
  if (explanation === undefined) throw new RangeError(`reconciliation: ${text} is not an explanation`);
  return explanation;
}

export type Line = {
  readonly outcome: Outcome;
  readonly explanation: Explanation | null;
  readonly ersReference: string | null;
  readonly terminalId: string | null;
  readonly cashierId: string | null;
  /** In minor units of `currency`; null if that side lacks the entry. */
  readonly seqrAmount: number | null;
  readonly ourAmount: number | null;
  readonly currency: Currency;
  readonly orderId: string | null;
  readonly orderNumber: number | null;
};

/** Compares a report with the ledger: SEQR's rows in their order, then entries that only the shop has. */
export function reconcile(rows: readonly ReportRow[], ledger: Ledger): Line[] {
  const byReference = new Pool(ledger.bookings, ({ ersReference }) => ersReference);
  const byHand = new Pool(ledger.bookings, ({ ersReference, isDue, amount }) =>
    ersReference === null && isDue ? keyOf(amount) : null,
  );
  const unresolved = new Pool(ledger.unresolved, ({ kind, amount }) => `${kind} ${keyOf(amount)}`);
  const incidents = new Pool(ledger.incidents, ({ ersReference, amount }) => ersReference ?? keyOf(amount));
  const seen = new Set<string>();
  const lines = rows.map((row): Line => {
    const isRepeated = seen.has(row.ersReference);
    seen.add(row.ersReference);
    const at = onlyAtSeqr(row);
    if (ledger.namedEarlier.has(row.ersReference)) return { ...at, explanation: 'listed-before' };
    const { amount } = row;
    const isSame = (other: Booking) => other.amount.currency === amount.currency;
    const booking = byReference.take(row.ersReference, (other) => isEqual(other.amount, amount), isSame);
    if (booking) return compare(at, booking, amount, ledger);
    if (byReference.has(row.ersReference)) return { ...at, explanation: 'other-currency' };
    const known = incidents.take(row.ersReference);
    if (known) return { ...at, ...explain(known) };
    if (isRepeated) return { ...at, explanation: 'listed-twice' };
    const unnamed = byHand.take(keyOf(amount));
    if (unnamed) return { ...compare(at, unnamed, amount, ledger), explanation: 'by-amount' };
    if (row.terminalId !== ledger.terminalId) return { ...at, explanation: 'other-terminal' };
    const likely = incidents.take(keyOf(amount));
    return likely ? { ...at, ...explain(likely) } : suspect(at, amount, unresolved);
  });
  const missing = [...byReference.rest(), ...byHand.rest()].filter(
    ({ isDue, ersReference }) => isDue && !(ersReference !== null && ledger.namedElsewhere.has(ersReference)),
  );
  return [...lines, ...missing.map((booking) => onlyInShop(booking, ledger))];
}

function keyOf({ amount, currency }: Money): string {
  return `${amount} ${currency}`;
}

function isEqual(a: Money, b: Money): boolean {
  return keyOf(a) === keyOf(b);
}

function onlyAtSeqr({ amount: { amount, currency }, ersReference, terminalId, cashierId }: ReportRow): Line {
  const nothing = { explanation: null, ourAmount: null, orderId: null, orderNumber: null };
  return { outcome: 'ONLY_AT_SEQR', ersReference, terminalId, cashierId, seqrAmount: amount, currency, ...nothing };
}

function explain({ explanation, orderId, orderNumber }: KnownIncident) {
  return { explanation, orderId, orderNumber };
}

function compare(line: Line, booking: Booking, seqrAmount: Money, { bookings, contradicted }: Ledger): Line {
  const { amount, ersReference, orderId, orderNumber } = booking;
  const both = { ...line, ourAmount: amount.amount, orderId, orderNumber };
  if (isEqual(amount, seqrAmount)) return { ...both, outcome: 'MATCHED' };
  const isContradicted = ersReference !== null && contradicted.has(ersReference);
  if (isContradicted) return { ...both, outcome: 'AMOUNT_DIFFERS', explanation: 'contradicted' };
  const ofOrder = bookings.filter((other) => other.orderId === orderId).map((other) => other.amount);
  const { currency } = amount;
  const net = sum(
    ofOrder.filter((other) => other.currency === currency),
    currency,
  );
  return { ...both, outcome: 'AMOUNT_DIFFERS', explanation: isEqual(net, seqrAmount) ? 'netted' : 'other-amount' };
}

function suspect(line: Line, amount: Money, unresolved: Pool<Unresolved>): Line {
  const kind = amount.amount < 0 ? 'refund' : 'payment';
  const match = unresolved.take(`${kind} ${keyOf(amount)}`);
  if (!match) return { ...line, explanation: `unknown-${kind}` };
  const { orderId, orderNumber } = match;
  return { ...line, orderId, orderNumber, explanation: `${kind}-in-doubt` };
}

function onlyInShop(booking: Booking, { contradicted, hasLostClosing }: Ledger): Line {
  const { kind, amount, ersReference, orderId, orderNumber } = booking;
  const isContradicted = ersReference !== null && contradicted.has(ersReference);
  const explanation: Explanation = isContradicted ? 'contradicted' : hasLostClosing ? 'lost-period' : `missing-${kind}`;
  const silent = { terminalId: null, cashierId: null, seqrAmount: null };
  const ours = { ourAmount: amount.amount, currency: amount.currency, orderId, orderNumber };
  return { outcome: 'ONLY_WITH_US', explanation, ersReference, ...silent, ...ours };
}

/** Items by key, each of which explains at most one row. Items without a key are skipped. */
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

  /**
   * Removes and returns one item under the key: the first that passes the first test, otherwise the first that passes
   * the next test. Without tests, the first item.
   */
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
  /** The sum of the absolute differences, so that opposite ones do not cancel out. */
  readonly openSum: number;
  readonly seqrSum: number;
  readonly ourSum: number;
};

/** Counts include all lines. Sums, in minor units, include only lines in `currency`. */
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../money';
import type { ReportRow } from './parse-report';
import { type Booking, type Ledger, type Line, reconcile, totalsOf } from './reconcile';

const terminalId = 'webshop';

function ledgerOf(bookings: readonly Booking[], change: Partial<Ledger> = {}): Ledger {
  const nothing = { namedEarlier: new Set<string>(), namedElsewhere: new Set<string>(), hasLostClosing: false };
  return {
    bookings,
    unresolved: [],
    incidents: [],
    contradicted: new Set(),
    ...nothing,
    terminalId,
    currency: 'SEK',
    ...change,
  };
}

function payment(ersReference: string, amount: number, change: Partial<Booking> = {}): Booking {
  const order = { orderId: 'order', orderNumber: 10_001 };
  return { kind: 'payment', ...order, ersReference, amount: money(amount, 'SEK'), isDue: true, ...change };
}

function row(ersReference: string, amount: number, change: Partial<ReportRow> = {}): ReportRow {
  return { terminalId, cashierId: '', amount: money(amount, 'SEK'), ersReference, ...change };
}

const short = ({ outcome, explanation, seqrAmount, ourAmount }: Line) =>
  [outcome, explanation, seqrAmount, ourAmount] as const;

describe('reconcile', () => {
  it.each<[string, ReportRow[], Ledger, readonly (readonly unknown[])[]]>([
    ['equal amounts', [row('1', 500)], ledgerOf([payment('1', 500)]), [['MATCHED', null, 500, 500]]],
    ['nothing on either side', [], ledgerOf([]), []],
    [
      'a different amount',
      [row('1', 499)],
      ledgerOf([payment('1', 500)]),
      [['AMOUNT_DIFFERS', 'other-amount', 499, 500]],
    ],
    [
      'a refund deducted from its payment',
      [row('1', 300)],
      ledgerOf([payment('1', 500), payment('2', -200, { kind: 'refund', isDue: false })]),
      [['AMOUNT_DIFFERS', 'netted', 300, 500]],
    ],
    [
      'a different amount for an order with a payment in another currency',
      [row('1', 499)],
      ledgerOf([payment('1', 500), payment('2', 500, { amount: money(500, 'EUR'), isDue: false })]),
      [['AMOUNT_DIFFERS', 'other-amount', 499, 500]],
    ],
    ['a payment unknown to the shop', [row('1', 500)], ledgerOf([]), [['ONLY_AT_SEQR', 'unknown-payment', 500, null]]],
    ['a refund unknown to the shop', [row('1', -5)], ledgerOf([]), [['ONLY_AT_SEQR', 'unknown-refund', -5, null]]],
    [
      'a sale at another terminal',
      [row('1', 500, { terminalId: 'till' })],
      ledgerOf([]),
      [['ONLY_AT_SEQR', 'other-terminal', 500, null]],
    ],
    [
      'the same amount in another currency',
      [row('1', 0, { amount: money(500, 'EUR') })],
      ledgerOf([payment('1', 500)]),
      [
        ['ONLY_AT_SEQR', 'other-currency', 500, null],
        ['ONLY_WITH_US', 'missing-payment', null, 500],
      ],
    ],
    [
      'a refund of an order from before a change of currency',
      [row('1', 0, { amount: money(-500, 'EUR') }), row('2', 700)],
      ledgerOf([payment('1', 0, { kind: 'refund', amount: money(-500, 'EUR') }), payment('2', 700)]),
      [
        ['MATCHED', null, -500, -500],
        ['MATCHED', null, 700, 700],
      ],
    ],
    [
      'a payment in another currency that is missing at SEQR',
      [],
      ledgerOf([payment('1', 0, { amount: money(500, 'EUR') })]),
      [['ONLY_WITH_US', 'missing-payment', null, 500]],
    ],
    [
      'a repeated row',
      [row('1', 500), row('1', 500)],
      ledgerOf([payment('1', 500)]),
      [
        ['MATCHED', null, 500, 500],
        ['ONLY_AT_SEQR', 'listed-twice', 500, null],
      ],
    ],
    [
      'a row from an earlier report',
      [row('1', 500)],
      ledgerOf([payment('1', 500, { isDue: false })], { namedEarlier: new Set(['1']) }),
      [['ONLY_AT_SEQR', 'listed-before', 500, null]],
    ],
    ['a payment missing at SEQR', [], ledgerOf([payment('1', 500)]), [['ONLY_WITH_US', 'missing-payment', null, 500]]],
    [
      'a refund missing at SEQR',
      [],
      ledgerOf([payment('1', -500, { kind: 'refund' })]),
      [['ONLY_WITH_US', 'missing-refund', null, -500]],
    ],
    [
      'a payment that may be in a lost period',
      [],
      ledgerOf([payment('1', 500)], { hasLostClosing: true }),
      [['ONLY_WITH_US', 'lost-period', null, 500]],
    ],
    ['a payment from another day', [], ledgerOf([payment('1', 500, { isDue: false })]), []],
    ['a payment in another report', [], ledgerOf([payment('1', 500)], { namedElsewhere: new Set(['1']) }), []],
    [
      'a payment booked after the mark',
      [row('1', 500)],
      ledgerOf([payment('1', 500, { isDue: false })]),
      [['MATCHED', null, 500, 500]],
    ],
    [
      'a refund marked as done manually',
      [row('9', -200)],
      ledgerOf([{ ...payment('', -200, { kind: 'refund' }), ersReference: null }]),
      [['MATCHED', 'by-amount', -200, -200]],
    ],
  ])('explains %s', (_, rows, ledger, expected) => {
    expect(reconcile(rows, ledger).map(short)).toEqual(expected);
  });

  it('names the order of each unresolved payment or refund once', () => {
    const doubt = { kind: 'refund', orderId: 'a', orderNumber: 1, amount: money(-200, 'SEK') } as const;
    const unresolved = [
      doubt,
      { ...doubt, orderId: 'b', orderNumber: 2 },
      { ...doubt, kind: 'payment', amount: money(700, 'SEK') } as const,
    ];
    const rows = [row('1', -200), row('2', -200), row('3', -200), row('4', 700)];
    const lines = reconcile(rows, ledgerOf([], { unresolved }));
    expect(lines.map(({ explanation, orderNumber }) => [explanation, orderNumber])).toEqual([
      ['refund-in-doubt', 1],
      ['refund-in-doubt', 2],
      ['unknown-refund', null],
      ['payment-in-doubt', 1],
    ]);
  });

  it('names the order of a held or settled payment, by its reference or its amount', () => {
    const held = { explanation: 'held', orderId: 'a', orderNumber: 1, amount: money(500, 'SEK') } as const;
    const incidents = [
      { ...held, ersReference: '1' },
      { ...held, ersReference: '2', orderNumber: 2, explanation: 'settled-elsewhere' } as const,
      { ...held, ersReference: null, orderNumber: 3 },
    ];
    const rows = [row('1', 1), row('1', 1), row('2', 500), row('7', 500), row('8', 500), row('9', -500)];
    const lines = reconcile(rows, ledgerOf([], { incidents }));
    expect(lines.map(({ explanation, orderNumber }) => [explanation, orderNumber])).toEqual([
      ['held', 1],
      ['listed-twice', null],
      ['settled-elsewhere', 2],
      ['held', 3],
      ['unknown-payment', null],
      ['unknown-refund', null],
    ]);
  });

  it('names the order whose payment SEQR contradicts', () => {
    const ledger = ledgerOf([payment('1', 500), payment('2', 500), payment('3', 500)], {
      contradicted: new Set(['1', '2', '3']),
    });
    expect(reconcile([row('1', 400), row('2', 500)], ledger).map(short)).toEqual([
      ['AMOUNT_DIFFERS', 'contradicted', 400, 500],
      ['MATCHED', null, 500, 500],
      ['ONLY_WITH_US', 'contradicted', null, 500],
    ]);
  });

  it('totals the matched amounts, the differences and each side’s amounts', () => {
    const rows = [row('1', 500), row('2', 300), row('3', -50), row('5', 0, { amount: money(70, 'EUR') })];
    const ledger = ledgerOf([payment('1', 500), payment('2', 250), payment('4', 1000)]);
    expect(totalsOf(reconcile(rows, ledger), 'SEK')).toEqual({
      matchedCount: 1,
      matchedSum: 500,
      openCount: 4,
      openSum: 50 + 50 + 1000,
      seqrSum: 750,
      ourSum: 1750,
    });
  });
});

const reference = fc.stringMatching(/^\d{25}$/);
const amount = fc.integer({ min: 1, max: 10_000_000 });
/** A day's payments, some with partial refunds that never exceed them. */
const sales = fc
  .uniqueArray(
    fc.record({
      reference,
      amount,
      parts: fc.uniqueArray(fc.record({ reference, share: fc.integer({ min: 1, max: 40 }) }), {
        maxLength: 2,
        selector: (part) => part.reference,
      }),
    }),
    { maxLength: 20, selector: (sale) => sale.reference },
  )
  .map((all) =>
    all.flatMap(({ reference: paid, amount: sum, parts }, index): Booking[] => {
      const order = { orderId: `order ${index}`, orderNumber: index };
      const back = parts.map((part) =>
        payment(part.reference, -Math.max(1, Math.floor((sum * part.share) / 100)), { ...order, kind: 'refund' }),
      );
      return [payment(paid, sum, order), ...back];
    }),
  )
  .filter((bookings) => new Set(bookings.map(({ ersReference }) => ersReference)).size === bookings.length);

const reportOf = (bookings: readonly Booking[]) =>
  bookings.map(({ ersReference, amount: sum }) => row(ersReference ?? '', sum.amount));

describe('any set of payments and refunds', () => {
  it('matches its own report in any order', () => {
    const day = sales.chain((bookings) =>
      fc.shuffledSubarray(reportOf(bookings), { minLength: bookings.length }).map((rows) => ({ bookings, rows })),
    );
    fc.assert(
      fc.property(day, ({ bookings, rows }) => {
        const totals = totalsOf(reconcile(rows, ledgerOf(bookings)), 'SEK');
        expect(totals).toMatchObject({ matchedCount: bookings.length, openCount: 0, openSum: 0 });
        expect(totals.seqrSum).toBe(totals.ourSum);
      }),
    );
  });

  it('detects any single change on either side', () => {
    const change = fc.constantFrom(
      'row gone',
      'row new',
      'row twice',
      'row sum',
      'row name',
      'ours gone',
      'ours sum',
      'ours new',
    );
    fc.assert(
      fc.property(sales, change, fc.nat(), reference, amount, (bookings, what, at, other, sum) => {
        const index = bookings.length === 0 ? 0 : at % bookings.length;
        const rows = reportOf(bookings);
        fc.pre(!rows.some(({ ersReference }) => ersReference === other));
        const [ours, theirs] = applyChange([...bookings], [...rows], what, index, other, sum);
        fc.pre(JSON.stringify([ours, theirs]) !== JSON.stringify([bookings, rows]));
        const lines = reconcile(theirs, ledgerOf(ours));
        const open = lines.filter(({ outcome }) => outcome !== 'MATCHED');
        expect(open.length).toBeGreaterThan(0);
        const { seqrSum, ourSum } = totalsOf(lines, 'SEK');
        const difference = open.reduce((total, line) => total + (line.seqrAmount ?? 0) - (line.ourAmount ?? 0), 0);
        expect(seqrSum - ourSum).toBe(difference);
      }),
      { numRuns: 500 },
    );
  });
});

function applyChange(
  ours: Booking[],
  rows: ReportRow[],
  what: string,
  index: number,
  other: string,
  sum: number,
): [Booking[], ReportRow[]] {
  const [mine, theirs] = [ours[index], rows[index]];
  if (what === 'row new') rows.splice(index, 0, row(other, sum));
  if (what === 'ours new') ours.splice(index, 0, payment(other, sum));
  if (!mine || !theirs) return [ours, rows];
  if (what === 'row gone') rows.splice(index, 1);
  if (what === 'row twice') rows.push(theirs);
  if (what === 'row sum') rows[index] = { ...theirs, amount: money(sum, 'SEK') };
  if (what === 'row name') rows[index] = { ...theirs, ersReference: other };
  if (what === 'ours gone') ours.splice(index, 1);
  if (what === 'ours sum') ours[index] = { ...mine, amount: money(sum, 'SEK') };
  return [ours, rows];
}

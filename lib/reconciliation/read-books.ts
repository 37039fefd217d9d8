import { config } from '../config';
import { db } from '../db/client';
import { type Currency, negate, storedMoney } from '../money';
import type { ReportRow } from './parse-report';
import type { Scope } from './period-states';
import type { Booking, Books, Doubt } from './reconcile';

export type ReportedPeriod = {
  readonly id: string;
  readonly scope: Scope;
  readonly currency: Currency;
  readonly createdAt: Date;
  readonly markedAt: Date;
};

/** SQLite takes some 32 000 parameters a statement; a day's references are asked for in portions. */
const PORTION = 5_000;
const DAY_MS = 86_400_000;

/**
 * What our books hold for a period: all that was booked since the closing before it, what the report names besides, and
 * what may be the cause of rows that we do not know. Times are ours: what we had booked when we asked SEQR to close is
 * booked at SEQR before that.
 */
export async function readBooks(period: ReportedPeriod, rows: readonly ReportRow[]): Promise<Books> {
  const { markedAt } = period;
  const before = await closingBefore(period);
  const from = before?.markedAt ?? new Date(0);
  const due = { gt: from, lte: markedAt };
  const references = [...new Set(rows.map(({ ersReference }) => ersReference))];
  const payments = await readPayments({ paidAt: due });
  const refunds = await readRefunds({ settledAt: due });
  const bookings = new Map([...payments, ...refunds].map(({ id, ...booking }) => [id, { ...booking, isDue: true }]));
  for (const portion of portions(references)) {
    const ersReference = { in: portion };
    const named = [...(await readPayments({ ersReference })), ...(await readRefunds({ ersReference }))];
    for (const { id, ...booking } of named) if (!bookings.has(id)) bookings.set(id, { ...booking, isDue: false });
  }
  return {
    bookings: [...bookings.values()],
    doubts: await readDoubts(from, markedAt, rows),
    ...(await namesInReports(period, [...bookings.values()], references)),
    isOneLost: (await countLost(period, from)) > 0,
    terminalId: config().seqr.terminalId,
    currency: period.currency,
  };
}

/** The last closing of the same scope that SEQR confirmed. */
function closingBefore({ scope, createdAt }: ReportedPeriod) {
  return db().read.period.findFirst({
    where: { scope, transactionPeriodId: { not: null }, createdAt: { lt: createdAt } },
    orderBy: { createdAt: 'desc' },
  });
}

function countLost({ scope, createdAt }: ReportedPeriod, from: Date): Promise<number> {
  return db().read.period.count({ where: { scope, state: 'LOST', createdAt: { gt: from, lt: createdAt } } });
}

type Interval = { gt: Date; lte: Date };
type Found = Omit<Booking, 'isDue'> & { id: string };

const bookingColumns = {
  id: true,
  amount: true,
  currency: true,
  orderId: true,
  ersReference: true,
  order: { select: { number: true } },
} as const;

async function readPayments(where: { paidAt: Interval } | { ersReference: { in: string[] } }): Promise<Found[]> {
  const rows = await db().read.payment.findMany({
    where: { ...where, state: 'PAID' },
    orderBy: { paidAt: 'asc' },
    select: bookingColumns,
  });
  return rows.map(({ id, amount, currency, orderId, ersReference, order }) => ({
    id,
    kind: 'payment',
    orderId,
    orderNumber: order.number,
    ersReference,
    amount: storedMoney(amount, currency),
  }));
}

/** Refunds of payments with SEQR; what went back by bank transfer is no business of SEQR's report. */
async function readRefunds(where: { settledAt: Interval } | { ersReference: { in: string[] } }): Promise<Found[]> {
  const rows = await db().read.refund.findMany({
    where: { ...where, state: 'DONE', paymentId: { not: null } },
    orderBy: { settledAt: 'asc' },
    select: bookingColumns,
  });
  return rows.map(({ id, amount, currency, orderId, ersReference, order }) => ({
    id,
    kind: 'refund',
    orderId,
    orderNumber: order.number,
    ersReference,
    amount: negate(storedMoney(amount, currency)),
  }));
}

/** Refunds without an answer, and payment attempts that ended unpaid, of sums that the report has. */
async function readDoubts(from: Date, to: Date, rows: readonly ReportRow[]): Promise<Doubt[]> {
  const sums = [...new Set(rows.map(({ amount }) => amount.amount))].slice(0, PORTION);
  // An attempt that was opened before the last closing may have been paid after it.
  const around = { gt: new Date(from.getTime() - DAY_MS), lte: to };
  const select = { amount: true, currency: true, orderId: true, order: { select: { number: true } } } as const;
  const refunds = await db().read.refund.findMany({
    where: {
      state: { in: ['REQUESTED', 'UNKNOWN'] },
      amount: { in: sums.map((sum) => -sum) },
      createdAt: { lte: to },
    },
    select,
  });
  const payments = await db().read.payment.findMany({
    where: { state: { not: 'PAID' }, amount: { in: sums }, createdAt: around },
    orderBy: { state: 'desc' }, // UNKNOWN, the likeliest, before the others
    take: 500,
    select,
  });
  const view = (kind: Doubt['kind']) => (row: (typeof refunds)[number]) => ({
    kind,
    amount: kind === 'refund' ? storedMoney(-row.amount, row.currency) : storedMoney(row.amount, row.currency),
    orderId: row.orderId,
    orderNumber: row.order.number,
  });
  return [...refunds.map(view('refund')), ...payments.map(view('payment'))];
}

async function namesInReports(
  { id, scope, createdAt }: ReportedPeriod,
  bookings: readonly { ersReference: string | null }[],
  references: readonly string[],
): Promise<{ namedEarlier: Set<string>; namedElsewhere: Set<string> }> {
  const namedEarlier = new Set<string>();
  const namedElsewhere = new Set<string>();
  const ours = bookings.flatMap(({ ersReference }) => (ersReference === null ? [] : [ersReference]));
  for (const portion of portions([...new Set([...references, ...ours])])) {
    const lines = await db().read.periodLine.findMany({
      where: {
        ersReference: { in: portion },
        outcome: { not: 'ONLY_WITH_US' },
        periodId: { not: id },
        period: { scope },
      },
      select: { ersReference: true, period: { select: { createdAt: true } } },
    });
    for (const { ersReference, period } of lines) {
      if (ersReference === null) continue;
      namedElsewhere.add(ersReference);
      if (period.createdAt < createdAt) namedEarlier.add(ersReference);
    }
  }
  return { namedEarlier, namedElsewhere };
}

function portions<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / PORTION) }, (_, index) =>
    items.slice(index * PORTION, (index + 1) * PORTION),
  );
}

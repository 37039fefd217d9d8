import { config } from '../config';
import { db } from '../db/client';
import type { Incident, Payment, Prisma } from '../db/generated/client';
import { type Currency, negate, storedMoney } from '../money';
import { needsReference } from '../orders/incident-actions';
import type { IncidentKind, IncidentOutcome } from '../orders/incidents';
import type { ReportRow } from './parse-report';
import type { Scope } from './period-states';
import type { Booking, KnownIncident, Ledger, Unresolved } from './reconcile';

export type ReportedPeriod = {
  readonly id: string;
  readonly scope: Scope;
  readonly currency: Currency;
  readonly createdAt: Date;
  readonly markedAt: Date;
};

/** SQLite allows about 32,000 parameters per statement, so a day's references are queried in portions. */
const BATCH = 5_000;
const DAY_MS = 86_400_000;

/**
 * The ledger of a period: everything booked since the previous closing, everything else that the report names, and possible
 * causes of unknown rows. The shop's times suffice: SEQR books a payment before the shop does, so SEQR's period contains
 * whatever the shop booked before the closing.
 */
export async function readLedger(period: ReportedPeriod, rows: readonly ReportRow[]): Promise<Ledger> {
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
    unresolved: await readUnresolved(from, markedAt, rows),
    incidents: await readIncidents(from, references),
    contradicted: await readContradicted(),
    ...(await namesInReports(period, [...bookings.values()], references)),
    hasLostClosing: (await countLost(period, from)) > 0,
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

/** Only refunds by SEQR, because its report does not include bank transfers. */
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

/** Unanswered refunds and unpaid attempts whose amounts occur in the report. */
async function readUnresolved(from: Date, to: Date, rows: readonly ReportRow[]): Promise<Unresolved[]> {
  const sums = [...new Set(rows.map(({ amount }) => amount.amount))].slice(0, BATCH);
  // An attempt opened before the last closing may have been paid after it.
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
    where: { state: { not: 'PAID' }, amount: { in: sums }, createdAt: around, incidents: { none: {} } },
    orderBy: { state: 'desc' }, // UNKNOWN, the most likely, first
    take: 500,
    select,
  });
  const view = (kind: Unresolved['kind']) => (row: (typeof refunds)[number]) => ({
    kind,
    amount: kind === 'refund' ? storedMoney(-row.amount, row.currency) : storedMoney(row.amount, row.currency),
    orderId: row.orderId,
    orderNumber: row.order.number,
  });
  return [...refunds.map(view('refund')), ...payments.map(view('payment'))];
}

const decidedWithoutBooking: IncidentOutcome[] = ['settled', 'closed'];

/** For each unbooked payment, the newest incident that is open or ended without a booking. */
async function readIncidents(from: Date, references: readonly string[]): Promise<KnownIncident[]> {
  const unbooked = {
    payment: { state: { not: 'PAID' } },
    OR: [{ endedAt: null }, { outcome: { in: decidedWithoutBooking } }],
  } satisfies Prisma.IncidentWhereInput;
  const recent = { OR: [{ endedAt: null }, { openedAt: { gt: new Date(from.getTime() - DAY_MS) } }] };
  const named = portions(references).map((portion) => ({ ersReference: { in: portion } }));
  const ofPayments = new Map<string, KnownIncident>();
  for (const which of [...named, recent]) {
    const rows = await db().read.incident.findMany({
      where: { ...unbooked, AND: which },
      orderBy: { openedAt: 'asc' },
      include: { payment: true, order: { select: { number: true } } },
    });
    for (const { payment, ...row } of rows) if (payment) ofPayments.set(payment.id, viewIncident(row, payment));
  }
  return [...ofPayments.values()];
}

type IncidentRow = Incident & { order: { number: number } };

function viewIncident(incident: IncidentRow, payment: Payment): KnownIncident {
  const { kind, orderId, order, endedAt, amount, currency } = incident;
  // In an `other-receipt` incident, the amount may be that of another invoice or payment.
  const isKnown = amount !== null && currency !== null && kind !== 'other-receipt';
  return {
    explanation: endedAt === null ? 'held' : 'settled-elsewhere',
    orderId,
    orderNumber: order.number,
    ersReference: needsReference(incident) ? null : incident.ersReference,
    amount: isKnown ? storedMoney(amount, currency) : storedMoney(payment.amount, payment.currency),
  };
}

async function readContradicted(): Promise<Set<string>> {
  const rows = await db().read.incident.findMany({
    where: { endedAt: null, kind: 'contradicted' satisfies IncidentKind },
    select: { payment: { select: { ersReference: true } } },
  });
  return new Set(rows.flatMap(({ payment }) => payment?.ersReference ?? []));
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
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  );
}

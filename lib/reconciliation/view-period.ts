import { db } from '../db/client';
import type { Period } from '../db/generated/client';
import { type Money, storedMoney } from '../money';
import { formatOrderNumber } from '../orders/get-order';
import { type PeriodState, type Scope, statesThatAcceptId, WRONG_ID } from './period-states';
import { type Explanation, type Outcome, storedExplanation } from './reconcile';
import { differenceKeys } from './settle-difference';

export type PeriodView = {
  readonly id: string;
  readonly scope: Scope;
  readonly state: PeriodState;
  readonly actor: string;
  readonly transactionPeriodId: string | null;
  readonly createdAt: Date;
  readonly markedAt: Date | null;
  readonly reconciledAt: Date | null;
  readonly failure: string | null;
  /** True if another step will run automatically. */
  readonly isInProgress: boolean;
  /** True if this period is LOST and no other period can be closed until someone decides what to do about it. */
  readonly isBlocking: boolean;
  /** True if a person can skip this LOST period. */
  readonly canBeLeft: boolean;
  /** True if a person can enter or correct the period's id. */
  readonly acceptsId: boolean;
  readonly hasReport: boolean;
  readonly matchedCount: number;
  readonly openCount: number;
  /** The number of open lines that a person has settled. */
  readonly settledCount: number;
  readonly matched: Money;
  readonly open: Money;
  readonly seqrAmount: Money;
  readonly shopAmount: Money;
};

export type LineView = {
  /** Unique within its period. */
  readonly position: number;
  readonly outcome: Outcome;
  readonly explanation: Explanation | null;
  readonly ersReference: string | null;
  readonly terminalId: string | null;
  readonly cashierId: string | null;
  readonly seqrAmount: Money | null;
  readonly shopAmount: Money | null;
  readonly orderId: string | null;
  readonly orderNumber: string | null;
  /** Identifies the difference within its period; see settle-difference.ts. */
  readonly difference: string;
  readonly settlement: { readonly note: string; readonly actor: string; readonly at: Date } | null;
};

const withoutReport = { reportXml: true } as const;
type Row = Omit<Period, 'reportXml'>;

/** The latest closings, newest first. */
export async function listPeriods(count: number): Promise<PeriodView[]> {
  const rows = await db().read.period.findMany({
    orderBy: { createdAt: 'desc' },
    take: count,
    omit: withoutReport,
  });
  return rows.map(viewPeriod);
}

export async function getPeriod(id: string): Promise<PeriodView | null> {
  const row = await db().read.period.findUnique({ where: { id }, omit: withoutReport });
  return row && viewPeriod(row);
}

/** A period's differences (`open`) or matches, by outcome, then in the report's order. */
export async function listLines(periodId: string, which: 'open' | 'matched', count: number): Promise<LineView[]> {
  const rows = await db().read.periodLine.findMany({
    where: { periodId, outcome: which === 'matched' ? 'MATCHED' : { not: 'MATCHED' } },
    orderBy: [{ outcome: 'asc' }, { position: 'asc' }],
    take: count,
  });
  const settlements = which === 'matched' ? [] : await db().read.periodSettlement.findMany({ where: { periodId } });
  const settled = new Map(settlements.map((one) => [one.difference, one]));
  const keys = differenceKeys(rows);
  const moneyOf = (amount: number | null, currency: string) => (amount === null ? null : storedMoney(amount, currency));
  return rows.map((row, index) => ({
    position: row.position,
    outcome: row.outcome,
    explanation: row.explanation === null ? null : storedExplanation(row.explanation),
    ersReference: row.ersReference,
    terminalId: row.terminalId,
    cashierId: row.cashierId,
    seqrAmount: moneyOf(row.seqrAmount, row.currency),
    shopAmount: moneyOf(row.ourAmount, row.currency),
    orderId: row.orderId,
    orderNumber: row.orderNumber === null ? null : formatOrderNumber(row.orderNumber),
    difference: keys[index] ?? '',
    settlement: settled.get(keys[index] ?? '') ?? null,
  }));
}

/** The report as SEQR sent it, even if it was rejected. Null if none arrived. */
export async function getReport(id: string): Promise<{ filename: string; xml: string } | null> {
  const period = await db().read.period.findUnique({
    where: { id },
    select: { transactionPeriodId: true, reportXml: true },
  });
  if (!period || period.reportXml === null) return null;
  return { filename: `period-${period.transactionPeriodId}.xml`, xml: period.reportXml };
}

function viewPeriod(row: Row): PeriodView {
  const sum = (amount: bigint) => storedMoney(Number(amount), row.currency);
  return {
    id: row.id,
    scope: row.scope,
    state: row.state,
    actor: row.actor,
    transactionPeriodId: row.transactionPeriodId,
    createdAt: row.createdAt,
    markedAt: row.markedAt,
    reconciledAt: row.reconciledAt,
    failure: row.failure,
    isInProgress: row.nextAt !== null,
    isBlocking: row.state === 'LOST' && row.openScope !== null,
    canBeLeft: row.state === 'LOST' && (row.openScope !== null || row.failure === WRONG_ID),
    acceptsId: statesThatAcceptId.includes(row.state),
    hasReport: row.reportedAt !== null,
    matchedCount: row.matchedCount,
    openCount: row.openCount,
    settledCount: row.settledCount,
    matched: sum(row.matchedSum),
    open: sum(row.openSum),
    seqrAmount: sum(row.seqrSum),
    shopAmount: sum(row.ourSum),
  };
}

import { now } from '../clock';
import { config } from '../config';
import { db } from '../db/client';
import { storedCurrency } from '../money';
import { type ParsedReport, parseReport } from './parse-report';
import { readLedger } from './read-ledger';
import { type Line, reconcile, totalsOf } from './reconcile';
import { countSettled } from './settle-difference';

const BATCH = 500;
/** The number of earlier periods with differences that are compared again. */
const LOOK_BACK = 60;

type PeriodRow = { transactionPeriodId: string | null; terminalId: string | null; currency: string };

export function parseReportOf(period: PeriodRow, xml: string): ParsedReport {
  return parseReport(xml, {
    transactionPeriodId: period.transactionPeriodId ?? '',
    resellerId: config().seqr.resellerId,
    terminalId: period.terminalId,
    currency: storedCurrency(period.currency),
  });
}

/**
 * Compares a period's stored report with the current ledger and stores the result. Changes nothing else, so it may be
 * repeated at any time. False if there is no valid report. Also false if a demonstration has deleted orders in the stored
 * result, because a new comparison would list their payments as unknown.
 */
export async function comparePeriod(id: string): Promise<boolean> {
  for (;;) {
    const period = await db().read.period.findUniqueOrThrow({ where: { id } });
    if (period.reportXml === null || period.markedAt === null) return false;
    if (config().isDemo && (await namesDeletedOrders(id))) return false;
    const report = parseReportOf(period, period.reportXml);
    if (!report.ok) return false;
    const scope = period.scope;
    const ledger = await readLedger(
      { ...period, scope, currency: storedCurrency(period.currency), markedAt: period.markedAt },
      report.rows,
    );
    if (await keepLines(period, reconcile(report.rows, ledger))) return true;
    // Another comparison was stored concurrently, possibly with a newer ledger, so compare again.
  }
}

/** Compares a closing again at a user's request, after a correction. False if it has not been compared yet. */
export async function compareAgain(id: string): Promise<boolean> {
  const { state } = await db().read.period.findUniqueOrThrow({ where: { id }, select: { state: true } });
  return state === 'RECONCILED' && comparePeriod(id);
}

async function namesDeletedOrders(periodId: string): Promise<boolean> {
  const lines = await db().read.periodLine.findMany({
    where: { periodId, orderId: { not: null } },
    distinct: ['orderId'],
    select: { orderId: true },
  });
  const ids = lines.flatMap(({ orderId }) => orderId ?? []);
  for (let from = 0; from < ids.length; from += BATCH) {
    const portion = ids.slice(from, from + BATCH);
    if ((await db().read.order.count({ where: { id: { in: portion } } })) < portion.length) return true;
  }
  return false;
}

type ComparedPeriod = { id: string; reconciledAt: Date | null; currency: string };

/** False, without a write, if another comparison was stored since the period was read. */
function keepLines({ id, reconciledAt, currency }: ComparedPeriod, lines: readonly Line[]) {
  const { matchedCount, openCount, ...sums } = totalsOf(lines, storedCurrency(currency));
  const rows = lines.map((line, position) => ({ periodId: id, position, ...line }));
  return db().write(async (tx) => {
    const { count } = await tx.period.updateMany({
      where: { id, reconciledAt },
      data: {
        state: 'RECONCILED',
        reconciledAt: now(),
        nextAt: null,
        failure: null,
        matchedCount,
        openCount,
        matchedSum: BigInt(sums.matchedSum),
        openSum: BigInt(sums.openSum),
        seqrSum: BigInt(sums.seqrSum),
        ourSum: BigInt(sums.ourSum),
      },
    });
    if (count === 0) return false;
    await tx.periodLine.deleteMany({ where: { periodId: id } });
    for (let from = 0; from < rows.length; from += BATCH) {
      await tx.periodLine.createMany({ data: rows.slice(from, from + BATCH) });
    }
    await countSettled(tx, id);
    return true;
  }, `period ${id}`);
}

/** A new report may explain earlier differences, so periods with open differences are compared again. */
export async function compareEarlier(id: string): Promise<void> {
  const { scope } = await db().read.period.findUniqueOrThrow({ where: { id } });
  const open = await db().read.period.findMany({
    where: { scope, id: { not: id }, state: 'RECONCILED', openCount: { gt: 0 } },
    orderBy: { createdAt: 'desc' },
    take: LOOK_BACK,
    select: { id: true },
  });
  for (const earlier of open) await comparePeriod(earlier.id);
}

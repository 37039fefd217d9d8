import { now } from '../clock';
import { config } from '../config';
import { db } from '../db/client';
import { storedCurrency } from '../money';
import { type ParsedReport, parseReport } from './parse-report';
import type { Scope } from './period-states';
import { readBooks } from './read-books';
import { type Line, reconcile, totalsOf } from './reconcile';

const PORTION = 500;
/** Older differences stay as they were found; nobody looks for their cause by machine any more. */
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
 * Holds a period's stored report against the books as they are now, and keeps the outcome. Changes nothing but the
 * comparison itself, so it may be repeated whenever the books have changed. False where there is no report.
 */
export async function comparePeriod(id: string): Promise<boolean> {
  for (;;) {
    const period = await db().read.period.findUniqueOrThrow({ where: { id } });
    if (period.reportXml === null || period.markedAt === null) return false;
    const report = parseReportOf(period, period.reportXml);
    if (!report.ok) return false;
    const scope = period.scope as Scope;
    const books = await readBooks(
      { ...period, scope, currency: storedCurrency(period.currency), markedAt: period.markedAt },
      report.rows,
    );
    if (await keepLines(period, reconcile(report.rows, books))) return true;
    // Another comparison was kept meanwhile, perhaps of younger books.
  }
}

/** Compares a closing anew at a person's word, who has mended something since. False for one that is not compared yet. */
export async function compareAgain(id: string): Promise<boolean> {
  const { state } = await db().read.period.findUniqueOrThrow({ where: { id }, select: { state: true } });
  return state === 'RECONCILED' && comparePeriod(id);
}

type ComparedPeriod = { id: string; reconciledAt: Date | null; currency: string };

/** False, and nothing changed, if the period was compared since it was read. */
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
    for (let from = 0; from < rows.length; from += PORTION) {
      await tx.periodLine.createMany({ data: rows.slice(from, from + PORTION) });
    }
    return true;
  });
}

/** A new report may explain what an earlier one lacked, so those with open differences are compared again. */
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

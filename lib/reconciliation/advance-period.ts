import { now, secondsAfter } from '../clock';
import { config } from '../config';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { log } from '../log';
import { processGlobal } from '../process-global';
import { seqr } from '../seqr/from-config';
import { SeqrError } from '../seqr/seqr-error';
import type { Parameters } from '../seqr/types';
import { compareEarlier, comparePeriod, parseReportOf } from './compare-period';
import {
  LATE_REPORT_ATTEMPTS,
  type PeriodState,
  periodIdScope,
  reportIds,
  statesThatAcceptId,
  WRONG_ID,
} from './period-states';

type Row = Awaited<ReturnType<typeof readPeriod>>;

/** Extra time, after the call to SEQR, to compare a day with many payments. */
const GRACE_SECONDS = 30;
const PAUSE_SECONDS = 3;
/** Pause between requests for a late report. */
const LONG_PAUSE_SECONDS = 300;
/** A closing fails after this many attempts to reach SEQR, which take about a minute. */
const MARK_ATTEMPTS = 20;

/**
 * Runs the next step of a closing if it is due and not claimed by another process. Moves `nextAt` forward first, so a crash
 * only delays the step. Each step's outcome is stored before the next one starts.
 */
export async function advancePeriod(id: string): Promise<void> {
  const period = await readPeriod(id);
  const at = now();
  if (period.nextAt === null || period.nextAt > at) return;
  const lease = secondsAfter(at, config().seqr.timeoutMs / 1000 + GRACE_SECONDS);
  const leased = await db().write(
    (tx) =>
      tx.period.updateMany({
        where: { id, state: period.state, nextAt: period.nextAt },
        data: { nextAt: lease, attempts: { increment: 1 } },
      }),
    `period ${id}`,
  );
  if (leased.count !== 1) return;
  periodLeases().set(id, lease);
  await takeStep(period).finally(() => periodLeases().delete(id));
}

/** Releases the steps that this process has started but not finished, so that another process can run them. */
export async function returnPeriods(): Promise<void> {
  for (const [id, lease] of periodLeases()) {
    await db().write(
      (tx) => tx.period.updateMany({ where: { id, nextAt: lease }, data: { nextAt: now() } }),
      `period ${id}`,
    );
  }
}

function periodLeases(): Map<string, Date> {
  return processGlobal('period-leases', () => new Map<string, Date>());
}

async function takeStep(period: Row): Promise<void> {
  switch (period.state) {
    case 'REQUESTED':
      return mark(period);
    case 'MARKING':
      // The process that marked the period died before it stored SEQR's answer.
      return lose(period.id, 'crashed');
    case 'MARKED':
      return fetchReport(period);
    case 'REPORTED':
      await comparePeriod(period.id);
      return compareEarlier(period.id);
    case 'LOST':
    case 'FAILED':
    case 'REPORT_REFUSED':
    case 'RECONCILED':
      return;
  }
}

/**
 * markTransactionPeriod is not repeatable: a second call closes a second, empty period. An unclear outcome becomes
 * LOST.
 */
async function mark({ id, terminalId, attempts }: Row): Promise<void> {
  const started = await update(id, 'REQUESTED', { state: 'MARKING', markedAt: now() });
  if (!started) return;
  try {
    const parameters: Parameters = terminalId === null ? {} : { TERMINALID: terminalId };
    const { transactionPeriodId } = await seqr().markTransactionPeriod({ parameters });
    const nextAt = secondsAfter(now(), PAUSE_SECONDS);
    // A late answer is still valid, even if the closing is already LOST.
    const takenBack = await db().write(
      async (tx) => {
        const data = { transactionPeriodId, openScope: null, attempts: 0, failure: null, nextAt };
        const { count } = await tx.period.updateMany({
          where: { id, state: { in: ['MARKING', 'LOST'] } },
          data: { state: 'MARKED', ...data },
        });
        if (count === 0) return 0;
        // A person entered this id for another closing before SEQR had given it to this one, so it was wrong there.
        const noReport = { reportTitle: null, reportXml: null, reportedAt: null };
        const wrong = await tx.period.updateMany({
          where: { transactionPeriodId, id: { not: id }, state: { in: statesThatAcceptId } },
          data: { state: 'LOST', transactionPeriodId: null, ...noReport, failure: WRONG_ID, nextAt: null },
        });
        return wrong.count;
      },
      [`period ${id}`, periodIdScope(transactionPeriodId)],
    );
    if (takenBack > 0)
      log.error(
        { transactionPeriodId },
        'reconciliation: this id had been entered for another closing, which needs its right id now',
      );
    log.info({ periodId: id, transactionPeriodId }, 'reconciliation: period marked');
  } catch (error) {
    if (!(error instanceof SeqrError)) throw error;
    const failure = failureOf(error);
    log.error({ periodId: id, failure }, 'reconciliation: period not marked');
    if (error.mayHaveHappened) return lose(id, failure);
    const again = error.retrySafe && attempts + 1 < MARK_ATTEMPTS;
    const nextAt = secondsAfter(now(), PAUSE_SECONDS);
    await update(
      id,
      'MARKING',
      again ? { state: 'REQUESTED', failure, nextAt } : { state: 'FAILED', failure, openScope: null, nextAt: null },
    );
  }
}

async function lose(id: string, failure: string): Promise<void> {
  await update(id, 'MARKING', { state: 'LOST', failure, nextAt: null });
}

async function fetchReport(period: Row): Promise<void> {
  const { scope, terminalId, transactionPeriodId, attempts } = period;
  if (transactionPeriodId === null) throw new Error('reconciliation: a marked period has no id');
  const parameters: Parameters = {
    transactionPeriodId,
    ...(terminalId === null ? {} : { TERMINALID: terminalId }),
  };
  try {
    const report = await seqr().executeReport({ reportId: reportIds[scope], language: 'en', parameters });
    await keepReport(period, report.title ?? null, report.content ? decode(report.content) : report.contentString);
  } catch (error) {
    if (!(error instanceof SeqrError)) throw error;
    const pause = attempts + 1 < LATE_REPORT_ATTEMPTS ? PAUSE_SECONDS : LONG_PAUSE_SECONDS;
    const nextAt = error.retrySafe ? secondsAfter(now(), pause) : null;
    await updateMarked(period, { failure: failureOf(error), nextAt });
  }
}

async function keepReport(period: Row, reportTitle: string | null, reportXml = ''): Promise<void> {
  const report = parseReportOf(period, reportXml);
  const received = { reportTitle, reportXml, reportedAt: now() };
  if (report.ok) {
    await updateMarked(period, { ...received, state: 'REPORTED', failure: null, attempts: 0, nextAt: now() });
    return;
  }
  const { code, row } = report.problem;
  const failure = row === undefined ? code : `${code}:${row}`;
  log.error({ periodId: period.id, failure }, 'reconciliation: the report was refused');
  await updateMarked(period, { ...received, state: 'REPORT_REFUSED', failure, nextAt: null });
}

function readPeriod(id: string) {
  return db().read.period.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      scope: true,
      terminalId: true,
      state: true,
      attempts: true,
      nextAt: true,
      transactionPeriodId: true,
      currency: true,
    },
  });
}

type Change = Prisma.PeriodUncheckedUpdateManyInput & { readonly state?: PeriodState };

/** A compare-and-swap. False if another process has already advanced the period. */
async function update(
  id: string,
  from: PeriodState | readonly PeriodState[],
  data: Change,
  and: Prisma.PeriodWhereInput = {},
): Promise<boolean> {
  const { count } = await db().write(
    (tx) => tx.period.updateMany({ where: { ...and, id, state: { in: [from].flat() } }, data }),
    `period ${id}`,
  );
  return count === 1;
}

/** Stores SEQR's answer about the report, unless a person has corrected the period's id since the request. */
function updateMarked({ id, transactionPeriodId }: Row, data: Change): Promise<boolean> {
  return update(id, 'MARKED', data, { transactionPeriodId });
}

/** Returns `seqr:SYSTEM_BUSY` or `seqr:timeout`, for example. `formatFailure` turns it into a sentence. */
function failureOf({ kind, resultName }: SeqrError): string {
  return `seqr:${resultName ?? kind}`;
}

function decode(content: Uint8Array): string {
  return new TextDecoder().decode(content);
}

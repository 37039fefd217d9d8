import { now } from '../clock';
import { db } from '../db/client';

/**
 * The answer to markTransactionPeriod was lost and SEQR's support named the period: goes on with its report. False when
 * the closing is not LOST.
 */
export async function supplyPeriodId(id: string, transactionPeriodId: string): Promise<boolean> {
  const { count } = await db().write((tx) =>
    tx.period.updateMany({
      where: { id, state: 'LOST' },
      data: { state: 'MARKED', transactionPeriodId, openScope: null, attempts: 0, failure: null, nextAt: now() },
    }),
  );
  return count === 1;
}

/**
 * Lets a new period be marked although it is not known whether this one was. What it holds, if it was, is then listed as
 * missing at SEQR and said to be in it; its id can still be supplied later.
 */
export async function leaveLostPeriod(id: string): Promise<boolean> {
  const { count } = await db().write((tx) =>
    tx.period.updateMany({ where: { id, state: 'LOST', openScope: { not: null } }, data: { openScope: null } }),
  );
  return count === 1;
}

/** Asks for the report once more, where SEQR refused it or it could not be trusted. */
export async function retryReport(id: string): Promise<boolean> {
  const { count } = await db().write((tx) =>
    tx.period.updateMany({
      where: { id, OR: [{ state: 'REPORT_REFUSED' }, { state: 'MARKED', nextAt: null }] },
      data: { state: 'MARKED', attempts: 0, failure: null, nextAt: now() },
    }),
  );
  return count === 1;
}

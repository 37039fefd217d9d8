import { now } from '../clock';
import { db } from '../db/client';
import { processGlobal } from '../process-global';
import { advancePeriod } from '../reconciliation/advance-period';
import { repeat } from '../repeat';
import { isStopping } from '../server-phase';

const PAUSE_MS = 1000;

/**
 * Advances every due closing of a period, whichever process began it. Several processes may run a worker. Calling it again
 * returns the running worker.
 */
export function startPeriodWorker(): { stop(): Promise<void> } {
  return processGlobal('period-worker', () => repeat(advanceDuePeriods, PAUSE_MS, 'reconciliation'));
}

/** Runs one step of each due closing. */
async function advanceDuePeriods(): Promise<void> {
  const due = await db().read.period.findMany({
    where: { nextAt: { lte: now() } },
    orderBy: { nextAt: 'asc' },
    take: 20,
    select: { id: true },
  });
  for (const { id } of due) {
    if (isStopping()) return;
    await advancePeriod(id);
  }
}

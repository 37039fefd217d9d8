import { now } from '../clock';
import { db } from '../db/client';
import { processGlobal } from '../process-global';
import { repeat } from '../repeat';
import { advancePeriod } from './advance-period';

const PAUSE_MS = 1000;

/** Takes closings further that are due, whoever asked for them; several processes may. Starting twice is starting once. */
export function startPeriodWorker(): { stop(): Promise<void> } {
  return processGlobal('period-worker', () => repeat(advanceDuePeriods, PAUSE_MS, 'reconciliation'));
}

/** One step of each closing that is due. */
export async function advanceDuePeriods(): Promise<void> {
  const due = await db().read.period.findMany({
    where: { nextAt: { lte: now() } },
    orderBy: { nextAt: 'asc' },
    take: 20,
    select: { id: true },
  });
  for (const { id } of due) await advancePeriod(id);
}

import { now } from '../clock';
import { db } from '../db/client';
import { log } from '../log';
import { processGlobal } from '../process-global';
import { advancePeriod } from './advance-period';

const PAUSE_MS = 1000;

/** Takes closings further that are due, whoever asked for them; several processes may. Starting twice is starting once. */
export function startPeriodWorker(): { stop(): Promise<void> } {
  return processGlobal('period-worker', () => {
    let timer: NodeJS.Timeout | undefined;
    let round: Promise<void> = Promise.resolve();
    let stopped = false;
    const loop = () => {
      round = advanceDuePeriods()
        .catch((error: unknown) => log.error({ err: error }, 'reconciliation: a round failed, the next one follows'))
        .then(() => {
          if (!stopped) timer = setTimeout(loop, PAUSE_MS);
        });
    };
    loop();
    return {
      async stop() {
        stopped = true;
        clearTimeout(timer);
        await round;
      },
    };
  });
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

import { setTimeout as pause } from 'node:timers/promises';
import { monotonicMs } from '../clock';
import { db } from '../db/client';
import { advancePeriod } from './advance-period';
import type { Scope } from './period-states';
import { type Closing, listUnfinished, requestPeriod } from './request-period';

const POLL_MS = 200;

/**
 * Closes the day for `npm run close-day`, with or without a running server. Completes earlier closings first. Waits for
 * reports at most `maxWaitMs` in total.
 */
export async function closeDay(scope: Scope, actor: string, maxWaitMs: number): Promise<Closing> {
  const until = monotonicMs() + maxWaitMs;
  const closing = await requestPeriod(scope, actor);
  for (const id of await listUnfinished(scope)) await finish(id, until);
  return closing;
}

/** Runs due steps until no step is left or the time limit is reached. */
async function finish(id: string, until: number): Promise<void> {
  for (;;) {
    await advancePeriod(id);
    const { nextAt } = await db().read.period.findUniqueOrThrow({ where: { id }, select: { nextAt: true } });
    if (nextAt === null || monotonicMs() > until) return;
    await pause(POLL_MS);
  }
}

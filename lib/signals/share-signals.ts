import { config } from '../config';
import { log } from '../log';
import { repeat } from '../repeat';
import type { SharedSignals } from './shared-signals';
import { sharedSignals } from './signals';

const TICK_MS = 250;
const TICKS_PER_REFRESH = 4;
/** The interval at which one of the workers reports that a worker runs. */
const WORKER_MS = 10_000;

/**
 * Exchanges signals with the shop's other processes until it is stopped. It reads once a second, and writes only when
 * something changes or while others need to know this process's open pages. Does nothing in a shop of one process on
 * SQLite. Resolves after the first exchange.
 */
export async function startSignals(listOpenPages: () => string[]): Promise<{ stop(): Promise<void> }> {
  const shared = sharedSignals();
  if (!shared) return { stop: async () => {} };
  await exchangeSignals(listOpenPages);
  const reportWorker = workerReport(shared);
  let ticks = 0;
  const tick = async () => {
    if (++ticks % TICKS_PER_REFRESH !== 0) return sharePages(listOpenPages);
    await exchangeSignals(listOpenPages);
    reportWorker();
  };
  const loop = repeat(tick, TICK_MS, 'signals');
  await shared.clean();
  return {
    stop: async () => {
      await loop.stop();
      await shared.sharePages([]);
    },
  };
}

/** Shares what other processes must know now, and reads what they have shared. */
export async function exchangeSignals(listOpenPages: () => string[]): Promise<void> {
  const shared = sharedSignals();
  if (!shared) return;
  await sharePages(listOpenPages);
  await shared.refresh();
  if (config().role !== 'web' && !shared.holds('worker-runs', WORKER_MS)) await shared.report('worker-runs', true);
}

/** Shares no pages while notifications arrive, because SEQR is then called as often with an open page as without. */
async function sharePages(listOpenPages: () => string[]): Promise<void> {
  const shared = sharedSignals();
  await shared?.sharePages(shared.holds('notifications-arrive') ? [] : listOpenPages());
}

/** Returns a function that logs when no worker has reported for a minute, and when one reports again. */
export function workerReport(shared: Pick<SharedSignals, 'isWorkerMissing'>): () => void {
  let isMissing = false;
  return () => {
    const wasMissing = isMissing;
    isMissing = shared.isWorkerMissing();
    if (isMissing && !wasMissing) {
      log.error(
        'signals: no worker is running, so mails wait and SEQR may reverse payments. Start one with SHOP_ROLE=worker',
      );
    }
    if (!isMissing && wasMissing) log.info('signals: a worker is running again');
  };
}

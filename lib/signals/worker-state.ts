import { config } from '../config';
import { sharedSignals } from './signals';

/** `unused`: this process does the background work itself, so it needs no worker. */
export type WorkerState = 'ok' | 'missing' | 'unused';

/** Whether a worker runs, as far as this process knows. `missing`: none has reported for a minute. */
export function workerState(): WorkerState {
  if (config().role !== 'web') return 'unused';
  return sharedSignals()?.isWorkerMissing() ? 'missing' : 'ok';
}

import { config } from '../config';
import { isPostgresqlUrl } from '../db/client';
import { processGlobal } from '../process-global';
import { MemorySignals } from './memory-signals';
import { SharedSignals } from './shared-signals';

/**
 * `notifications-arrive`: SEQR's notifications reach the shop. `seqr-down`: SEQR answers no calls. `worker-runs`: a process
 * does the background work.
 */
export type Fact = 'notifications-arrive' | 'seqr-down' | 'worker-runs';

/**
 * What the shop's processes tell each other, so that together they call SEQR no more often than one process would.
 * These are hints: losing one costs a few calls or seconds, never a payment.
 */
export interface Signals {
  /** Whether the latest report says that the fact holds, and is younger than `withinMs`. Answers from memory. */
  holds(fact: Fact, withinMs?: number): boolean;
  /** Reports to all processes whether the fact holds. Never throws. Resolves once other processes can read the report. */
  report(fact: Fact, holds: boolean): Promise<void>;
  /** Whether another process has a page of this order open. Answers from memory. */
  isPageOpenElsewhere(orderId: string): boolean;
  /** Reads what other processes have reported. Never throws. */
  refresh(): Promise<void>;
}

/** In memory for a single process on SQLite; otherwise in the database. */
export function signals(): Signals {
  return sharedSignals() ?? processGlobal('memory-signals', () => new MemorySignals());
}

/** Null for a process with the role `all` on SQLite, which shares nothing. */
export function sharedSignals(): SharedSignals | null {
  const { role, databaseUrl } = config();
  if (role === 'all' && !isPostgresqlUrl(databaseUrl)) return null;
  return processGlobal('shared-signals', () => new SharedSignals());
}

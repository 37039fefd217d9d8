import type { Batch } from './batch';
import type { SandboxDatabase } from './database/client';
import type { Row } from './database/insert-rows';
import type { Events } from './events';
import type { FaultList } from './faults/fault-list';
import type { Merchants } from './merchants';
import type { MessageLog } from './message-log';

/** What every function of the sandbox works on: made by `createSandbox`, so that a test can have one of its own. */
export interface Sandbox {
  readonly db: SandboxDatabase;
  /** What stands before `/R…` in a QR code, in upper case. */
  readonly qrBase: string;
  /** Strangers can reach it: it posts to no private network. */
  readonly hosted: boolean;
  readonly events: Events;
  readonly messages: MessageLog;
  readonly faults: FaultList;
  readonly merchants: Merchants;
  readonly newInvoices: Batch<Row>;
  /** Notifications under way, each with the invoice that it is about. */
  readonly deliveries: Map<Promise<void>, string>;
  /** Real time; things live by their own clocks (clock.ts). */
  now(): Date;
  /** Says that work is due at that real instant, so that the timer is set no later. */
  wake(at: Date | null): void;
}

import type { SandboxDatabase } from '../database/client';
import type { Notification } from '../database/generated/client';
import type { Row } from '../database/insert-rows';
import type { FaultList } from '../faults/fault-list';
import type { Admission } from './admission';
import type { Batch } from './batch';
import type { Events } from './events';
import type { Merchants } from './merchants';
import type { MessageLog } from './message-log';

/** A notification to send; `attempts` is the number of earlier attempts. */
export type ClaimedNotification = Pick<Notification, 'id' | 'invoiceReference' | 'url' | 'attempts'>;

/** The context of every sandbox function, created by `createSandbox`, so that each test can have its own. */
export interface Sandbox {
  readonly db: SandboxDatabase;
  /** The part of a QR code before `/R…`, in upper case. */
  readonly qrBase: string;
  /** Whether strangers can use the sandbox. It must then not post to private networks. */
  readonly hosted: boolean;
  readonly events: Events;
  readonly admission: Admission;
  readonly messages: MessageLog;
  readonly faults: FaultList;
  readonly merchants: Merchants;
  readonly newInvoices: Batch<Row>;
  /** Notifications in progress, each with the reference of its invoice. */
  readonly deliveries: Map<Promise<void>, string>;
  /** Whether the timers run. */
  readonly isRunning: boolean;
  /** Real time; invoices and terminals have their own clocks (clock.ts). */
  now(): Date;
  /**
   * The values of a new notification that this process sends as soon as it is committed, by `sendClaimed`. Null if the timer
   * must send it later.
   */
  claimNew(): Pick<Notification, 'attempts' | 'dueAt'> | null;
  /** Sends a notification that this process has claimed. */
  sendClaimed(notification: ClaimedNotification): void;
  /** Makes the timer run no later than the given real time. */
  wake(at: Date | null): void;
}

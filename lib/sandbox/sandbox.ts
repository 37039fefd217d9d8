import { now } from '../clock';
import { repeat } from '../repeat';
import { Batch } from './batch';
import type { Sandbox } from './context';
import { openSandboxDatabase } from './database/client';
import { insertRows } from './database/insert-rows';
import { doDueWork } from './due-work';
import { Events } from './events';
import { FaultList } from './faults/fault-list';
import { Merchants } from './merchants';
import { MessageLog } from './message-log';
import { type KeptAtMost, pruneSandbox } from './prune';
import { seedSandbox } from './seed';
import { DueTimer } from './timer';

export interface SandboxOptions {
  /** A migrated SQLite file. */
  databaseUrl: string;
  qrBase: string;
  hosted?: boolean;
  /** How many SOAP messages are kept for people to look at. */
  messagesKept?: number;
  /** What a hosted sandbox keeps before it deletes the oldest. */
  keptAtMost?: KeptAtMost;
  now?: () => Date;
}

/** A sandbox with its timers; `start` sets them, and without it due work waits for `advanceClocks` or a call. */
export interface RunningSandbox extends Sandbox {
  start(): void;
  close(): Promise<void>;
}

const PRUNE_EVERY_MS = 10_000;

export async function createSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const db = openSandboxDatabase(options.databaseUrl);
  await seedSandbox(db);
  const faults = new FaultList(db);
  await faults.load();
  const clock = options.now ?? now;
  const timer = new DueTimer(clock, () => doDueWork(sandbox));
  const messages = new MessageLog(db, options.messagesKept ?? 10_000);
  let pruning: ReturnType<typeof repeat> | undefined;
  const sandbox: RunningSandbox = {
    db,
    qrBase: options.qrBase,
    hosted: options.hosted ?? false,
    events: new Events(),
    messages,
    faults,
    merchants: new Merchants(db),
    newInvoices: new Batch((rows) => db.write((tx) => insertRows(tx, 'Invoice', rows))),
    deliveries: new Map(),
    now: clock,
    wake: (at) => timer.wake(at),
    start: () => {
      timer.start();
      if (sandbox.hosted)
        pruning ??= repeat(() => pruneSandbox(sandbox, options.keptAtMost), PRUNE_EVERY_MS, 'sandbox: pruning');
    },
    close: async () => {
      await timer.stop();
      await pruning?.stop();
      await Promise.all(sandbox.deliveries.keys());
      await messages.flush();
      await db.close();
    },
  };
  return sandbox;
}

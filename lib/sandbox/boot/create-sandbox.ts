import { now } from '../../clock';
import { config } from '../../config';
import type { SeqrIdentity } from '../../own-identity';
import { processGlobal } from '../../process-global';
import { repeat } from '../../repeat';
import { Admission } from '../core/admission';
import { Batch } from '../core/batch';
import type { Sandbox } from '../core/context';
import { Events } from '../core/events';
import { Merchants } from '../core/merchants';
import { MessageLog } from '../core/message-log';
import { DueTimer } from '../core/timer';
import { openSandboxDatabase, type SandboxDatabase } from '../database/client';
import { insertRows } from '../database/insert-rows';
import { FaultList } from '../faults/fault-list';
import { claimNew, sendNotification } from '../notifications/deliver';
import { admitOwnShop } from './admit-own-shop';
import { doDueWork } from './due-work';
import { type KeptAtMost, pruneSandbox } from './prune';
import { seedSandbox } from './seed';

export interface SandboxOptions {
  /** The URL of a migrated SQLite file. */
  databaseUrl: string;
  qrBase: string;
  hosted?: boolean;
  /** How many SOAP messages to keep for inspection. */
  messagesKept?: number;
  /** The limit on concurrent SOAP calls; calls beyond it are refused with 93 SYSTEM_BUSY. */
  maxCalls?: number;
  /** The retention limits of a hosted sandbox. */
  keptAtMost?: KeptAtMost;
  now?: () => Date;
}

/**
 * A sandbox with its timers. Before `start`, an invoice's due work runs only through `finishDueWork` or when the invoice is
 * read or changed.
 */
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
  const events = new Events();
  const admission = new Admission(events, options.maxCalls);
  admission.expectQueries(await listUnacknowledged(db));
  let isRunning = false;
  let pruning: ReturnType<typeof repeat> | undefined;
  const sandbox: RunningSandbox = {
    db,
    qrBase: options.qrBase,
    hosted: options.hosted ?? false,
    events,
    admission,
    messages,
    faults,
    merchants: new Merchants(db),
    newInvoices: new Batch((rows) => db.write((tx) => insertRows(tx, 'Invoice', rows))),
    deliveries: new Map(),
    now: clock,
    get isRunning() {
      return isRunning;
    },
    claimNew: () => claimNew(sandbox),
    sendClaimed: (notification) => sendNotification(sandbox, notification),
    wake: (at) => timer.wake(at),
    start: () => {
      isRunning = true;
      timer.start();
      if (sandbox.hosted)
        pruning ??= repeat(() => pruneSandbox(sandbox, options.keptAtMost), PRUNE_EVERY_MS, 'sandbox: pruning');
    },
    close: async () => {
      isRunning = false;
      await timer.stop();
      await pruning?.stop();
      // Results of notifications wait for the log.
      await messages.flush();
      await Promise.all(sandbox.deliveries.keys());
      await messages.flush();
      await db.close();
    },
  };
  return sandbox;
}

/** The invoices whose payment is reversed unless the merchant asks about it. */
async function listUnacknowledged(db: SandboxDatabase): Promise<string[]> {
  const paid = await db.read.invoice.findMany({
    where: { status: 'PAID', acknowledgedAt: null, dueAt: { not: null } },
    select: { reference: true },
  });
  return paid.map(({ reference }) => reference);
}

/** This process's sandbox, opened on the first call. */
export function getSandbox(): Promise<RunningSandbox> {
  return processGlobal('sandbox', () => {
    const { databaseUrl, qrBase, public: hosted, messagesKept } = config().sandbox;
    const { ownIdentityFile, ...identity } = config().seqr;
    const sandbox = createSandbox({ databaseUrl, qrBase, hosted, messagesKept });
    return ownIdentityFile === null ? sandbox : withShop(sandbox, identity);
  });
}

async function withShop(opening: Promise<RunningSandbox>, identity: SeqrIdentity): Promise<RunningSandbox> {
  const sandbox = await opening;
  await admitOwnShop(sandbox, identity);
  return sandbox;
}

/**
 * Starts the timers for reversals, timeouts and notifications. Calling it again changes nothing. Returns a function
 * that stops them and closes the database.
 */
export async function startSandbox(): Promise<() => Promise<void>> {
  const sandbox = await getSandbox();
  sandbox.start();
  return () => sandbox.close();
}

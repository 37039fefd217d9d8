import { setTimeout as pause } from 'node:timers/promises';
import { now } from '../clock';
import { config } from '../config';
import { db } from '../db/client';
import { eachOf } from '../each-of';
import { log } from '../log';
import { processGlobal } from '../process-global';
import { repeat } from '../repeat';
import { seqrIsDown } from './breaker';
import { movePayment } from './move-payment';
import { workOutbox } from './outbox';
import { giveUpLostRefunds } from './refund-lost';
import { syncPayment } from './sync-payment';
import { withdrawPayment } from './withdraw-payment';

const TICK_MS = 250;
const BATCH = 100;
const AT_ONCE = 8;
const PATIENCE_MS = 1_000;
/** No check lies further ahead than this, so a time beyond it means that the clock was set back: the check is due. */
const FURTHEST_CHECK_MS = 60_000;
/** What a sendInvoice may take beyond its time-out before its process is taken for dead. */
const GRACE_MS = 5_000;

const parts = [checkPayments, giveUpLostInvoices, giveUpLostRefunds, expireOrders, () => workOutbox('seqr')];

/**
 * Looks after open payments on the schedule that the database holds, so that neither a crash nor a restart loses one;
 * several processes may watch at once. Each part goes at its own pace: a SEQR that is slow to take receipts must not keep
 * the shop from asking about payments within its 20 seconds. Started with the server; starting twice is starting once.
 */
export function startWatcher(): { stop(): Promise<void> } {
  return processGlobal('watcher', () => {
    const begun = hastenAll();
    const loops = parts.map((part) => repeat(() => begun.then(part), TICK_MS, 'watcher'));
    return {
      stop: async () => {
        await Promise.all([begun, ...loops.map((loop) => loop.stop())]);
      },
    };
  });
}

/** One round of everything that is due now. */
export async function runWatcherRound(): Promise<void> {
  const ends = await Promise.allSettled(parts.map((part) => part()));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/** What SEQR said while the shop was down nobody heard, so at the start no payment waits for its turn. */
async function hastenAll(): Promise<void> {
  const at = now();
  try {
    await db().write((tx) => tx.payment.updateMany({ where: { nextCheckAt: { gt: at } }, data: { nextCheckAt: at } }));
  } catch (error) {
    log.error({ err: error }, 'watcher: payments are asked about on their schedule only');
  }
}

async function checkPayments(): Promise<void> {
  const at = now();
  const due = await db().read.payment.findMany({
    where: {
      OR: [{ nextCheckAt: { lte: at } }, { nextCheckAt: { gt: new Date(at.getTime() + FURTHEST_CHECK_MS) } }],
      expiresAt: { gt: at },
    },
    orderBy: { nextCheckAt: 'asc' },
    take: seqrIsDown() ? 1 : BATCH,
    select: { id: true },
  });
  await eachOf(due, AT_ONCE, ({ id }) => askAbout(id), seqrIsDown);
}

/** SEQR's 20 seconds run for every payment, so a question that SEQR keeps silent about holds up no other. */
async function askAbout(paymentId: string): Promise<void> {
  const asking = syncPayment(paymentId, 'watcher').catch((error: unknown) =>
    log.error({ paymentId, err: error }, 'watcher: a question failed, the next one follows'),
  );
  await Promise.race([asking, pause(PATIENCE_MS, undefined, { ref: false })]);
}

/** An attempt whose process died between writing it down and hearing of its invoice: nobody was shown its code. */
async function giveUpLostInvoices(): Promise<void> {
  const before = new Date(now().getTime() - config().seqr.timeoutMs - GRACE_MS);
  const lost = await db().read.payment.findMany({
    where: { state: 'CREATED', createdAt: { lt: before } },
    take: BATCH,
  });
  for (const { id } of lost) {
    const failure = 'the answer to sendInvoice was lost';
    await db().write((tx) =>
      movePayment(tx, { id, from: 'CREATED', to: 'UNKNOWN', source: 'watcher', detail: failure, data: { failure } }),
    );
  }
}

/**
 * Time is up: SEQR is asked once more by way of the cancellation, which refuses what is paid. An order that part of a
 * bank transfer has come for waits for a person.
 */
async function expireOrders(): Promise<void> {
  const at = now();
  const overdue = await db().read.order.findMany({
    where: {
      state: 'PENDING',
      expiresAt: { lte: at },
      transferred: 0,
      payments: { none: { closedAt: null, nextCheckAt: { gt: at } } },
    },
    orderBy: { expiresAt: 'asc' },
    take: seqrIsDown() ? 1 : BATCH,
    select: { id: true },
  });
  await eachOf(
    overdue,
    AT_ONCE,
    async ({ id }) => {
      await withdrawPayment(id, 'EXPIRED', 'watcher');
    },
    seqrIsDown,
  );
}

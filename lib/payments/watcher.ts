import { setTimeout as pause } from 'node:timers/promises';
import { now } from '../clock';
import { config } from '../config';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { eachOf } from '../each-of';
import { log } from '../log';
import { processGlobal } from '../process-global';
import { repeat } from '../repeat';
import { seqrIsDown } from './breaker';
import { movePayment } from './move-payment';
import { workOutbox } from './outbox';
import { giveUpLostRefunds } from './refund-lost';
import { releaseHeldGoods } from './release-held-goods';
import { furthestCheckMs, mayBeAsked } from './schedule';
import { syncPayment } from './sync-payment';
import { withdrawPayment } from './withdraw-payment';

const TICK_MS = 250;
const BATCH = 32;
const AT_ONCE = 8;
const PATIENCE_MS = 1_000;
/** What a sendInvoice may take beyond its time-out before its process is taken for dead. */
const GRACE_MS = 5_000;

const otherParts = [giveUpLostInvoices, giveUpLostRefunds, expireOrders, releaseHeldGoods, () => workOutbox('seqr')];

/**
 * Looks after open payments on the schedule that the database holds, so that neither a crash nor a restart loses one;
 * several processes may watch at once. Each part goes at its own pace: a SEQR that is slow to take receipts must not keep
 * the shop from asking about payments within its 20 seconds. Started with the server; starting twice is starting once.
 * `caughtUp`: what was open at the start has been asked about.
 */
export function startWatcher(): { caughtUp: Promise<void>; stop(): Promise<void> } {
  return processGlobal('watcher', () => {
    let noteCaughtUp = () => {};
    const caughtUp = new Promise<void>((resolve) => {
      noteCaughtUp = resolve;
    });
    const checkPayments = newPaymentCheck(now(), noteCaughtUp);
    const loops = [checkPayments, ...otherParts].map((part) => repeat(part, TICK_MS, 'watcher'));
    return {
      caughtUp,
      stop: async () => {
        await Promise.all(loops.map((loop) => loop.stop()));
      },
    };
  });
}

/** One round of everything that is due now. */
export async function runWatcherRound(): Promise<void> {
  const ends = await Promise.allSettled([newPaymentCheck(null), ...otherParts].map((part) => part()));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/**
 * Asks about the payments that are due: in turn about whoever has waited longest and about the newest, which is the one
 * most likely to be paid this moment; while SEQR is down about all in turn. What SEQR said while the shop was down nobody
 * heard: after a start no payment waits for its turn until all have been asked about once.
 */
function newPaymentCheck(startedAt: Date | null, noteCaughtUp = () => {}): () => Promise<void> {
  let missed = startedAt ? [notAskedSince(startedAt)] : [];
  return async () => {
    const at = now();
    const isDue = [{ nextCheckAt: { lte: at } }, ...clockWasSetBack(at), ...missed];
    const find = (orderBy: Prisma.PaymentOrderByWithRelationInput, take = BATCH) =>
      db().read.payment.findMany({
        where: {
          // A range that the index serves: settled payments, which have no next check, are most of the table.
          nextCheckAt: { gte: new Date(0) },
          AND: [{ OR: [{ expiresAt: { gt: at } }, { heldAt: { not: null } }] }, { OR: isDue }, mayBeAsked(at)],
        },
        orderBy,
        take,
        select: { id: true },
      });
    const [longest, newest] = seqrIsDown()
      ? [await find({ askedAt: 'asc' }, 1), []]
      : await Promise.all([find({ nextCheckAt: 'asc' }), find({ createdAt: 'desc' })]);
    if (longest.length === 0) {
      missed = [];
      noteCaughtUp();
    }
    const due = new Set(longest.flatMap(({ id }, n) => [id, newest[n]?.id ?? id]));
    await eachOf([...due], AT_ONCE, askAbout, seqrIsDown);
  };
}

function clockWasSetBack(at: Date): Prisma.PaymentWhereInput[] {
  const furthest = (isHeld: boolean) => ({ gt: new Date(at.getTime() + furthestCheckMs(isHeld)) });
  return [
    { heldAt: null, nextCheckAt: furthest(false) },
    { heldAt: { not: null }, nextCheckAt: furthest(true) },
  ];
}

function notAskedSince(start: Date): Prisma.PaymentWhereInput {
  return {
    nextCheckAt: { not: null },
    createdAt: { lte: start },
    OR: [{ askedAt: null }, { askedAt: { lt: start } }],
  };
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
 * bank transfer has come for, or that has a held payment, waits for a person.
 */
async function expireOrders(): Promise<void> {
  const at = now();
  const overdue = await db().read.order.findMany({
    where: {
      state: 'PENDING',
      expiresAt: { lte: at },
      transferred: 0,
      payments: { none: { OR: [{ closedAt: null, nextCheckAt: { gt: at } }, { heldAt: { not: null } }] } },
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

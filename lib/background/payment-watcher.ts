import { setTimeout as pause } from 'node:timers/promises';
import { now, secondsAfter } from '../clock';
import { config } from '../config';
import { db } from '../db/client';
import type { Payment, Prisma } from '../db/generated/client';
import { log } from '../log';
import { seqrIsDown } from '../payments/breaker';
import { movePayment } from '../payments/move-payment';
import { releaseHeldGoods } from '../payments/release-held-goods';
import { furthestCheckMs, mayBeAsked } from '../payments/schedule';
import { syncPayment } from '../payments/sync-payment';
import { withdrawPayment } from '../payments/withdraw-payment';
import { processGlobal } from '../process-global';
import { markLostRefunds } from '../refunds/mark-lost-refunds';
import { repeat } from '../repeat';
import { isStopping } from '../server-phase';
import { signals } from '../signals/signals';
import { eachOf } from './each-of';
import { workOutbox } from './effects';

const TICK_MS = 250;
const DEADLINE_TICK_MS = 1_000;
const BATCH = 32;
const CONCURRENCY = 8;
const PATIENCE_MS = 1_000;
/** An attempt that is still CREATED this long after sendInvoice's timeout belongs to a process that died. */
const GRACE_MS = 5_000;
/** Short, because a process may die while it cancels a paid invoice, and SEQR waits only 20 s for a status call. */
const CANCEL_LEASE_SECONDS = 10;

/** The watcher's work besides checking payments. Deadlines of minutes and days may be missed by a second. */
const otherParts = [expireOrders, markLostInvoices, markLostRefunds, releaseHeldGoods];

/**
 * Checks open payments on the schedule stored in the database, so a crash or restart loses none. Several processes may
 * watch concurrently. Each part runs in its own loop: slow receipts must not delay status checks past SEQR's 20
 * seconds. Calling it again returns the running watcher. `caughtUp` resolves once every payment that was open at start
 * has been checked. `stopOtherParts` stops everything except the checks of payments.
 */
export function startWatcher(): { caughtUp: Promise<void>; stopOtherParts(): Promise<void>; stop(): Promise<void> } {
  return processGlobal('watcher', () => {
    let noteCaughtUp = () => {};
    const caughtUp = new Promise<void>((resolve) => {
      noteCaughtUp = resolve;
    });
    const checkPayments = newPaymentCheck(now(), noteCaughtUp);
    const checks = repeat(checkPayments, TICK_MS, 'watcher');
    const others = otherParts.map((part) => repeat(part, DEADLINE_TICK_MS, 'watcher'));
    const stopOtherParts = async () => {
      await Promise.all(others.map((loop) => loop.stop()));
    };
    return {
      caughtUp,
      stopOtherParts,
      stop: async () => {
        await Promise.all([checks.stop(), stopOtherParts()]);
      },
    };
  });
}

/** Runs one round of everything that is due now, including the outbox's calls to SEQR. */
export async function runWatcherRound(): Promise<void> {
  const ends = await Promise.allSettled(
    [newPaymentCheck(null), () => workOutbox('seqr'), ...otherParts].map((part) => part()),
  );
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/**
 * Checks due payments, alternating between the one that has waited longest and the newest, which is most likely being
 * paid right now. While SEQR is down, checks only the longest waiting. After a start, checks all open payments once,
 * because notifications may have been missed, and then calls `noteCaughtUp`.
 */
function newPaymentCheck(startedAt: Date | null, noteCaughtUp = () => {}): () => Promise<void> {
  let missed = startedAt ? [notAskedSince(startedAt)] : [];
  return async () => {
    const at = now();
    const isDue = [{ nextCheckAt: { lte: at } }, ...clockWasSetBack(at), ...missed];
    const find = (orderBy: Prisma.PaymentOrderByWithRelationInput, take = BATCH) =>
      db().read.payment.findMany({
        where: {
          // This range lets the query use the index; settled payments, most of the table, have no next check.
          nextCheckAt: { gte: new Date(0) },
          AND: [{ OR: [{ expiresAt: { gt: at } }, { heldAt: { not: null } }] }, { OR: isDue }, mayBeAsked(at)],
        },
        orderBy,
        take,
        select: { id: true, orderId: true, heldAt: true, createdAt: true },
      });
    const longest = seqrIsDown()
      ? await find({ askedAt: { sort: 'asc', nulls: 'first' } }, 1)
      : await find({ nextCheckAt: 'asc' });
    // If more payments may be due, a second query finds the newest.
    const newest =
      longest.length < BATCH
        ? longest.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
        : await find({ createdAt: 'desc' });
    if (longest.length === 0) {
      missed = [];
      noteCaughtUp();
    }
    const due = new Map(longest.flatMap((one, n) => [one, newest[n] ?? one]).map((payment) => [payment.id, payment]));
    // Signals of other processes (open pages, notifications) decide how soon each payment is checked again.
    if (due.size > 0) await signals().refresh();
    await eachOf([...due.values()], CONCURRENCY, checkPayment, seqrIsDown);
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

/** Resolves after PATIENCE_MS at the latest, so a call without an answer does not delay other checks. */
async function checkPayment(payment: Pick<Payment, 'id' | 'orderId' | 'heldAt'>): Promise<void> {
  const { id: paymentId } = payment;
  const asking = syncPayment(paymentId, 'watcher', payment).catch((error: unknown) =>
    log.error({ paymentId, err: error }, 'watcher: check failed, will be retried'),
  );
  await Promise.race([asking, pause(PATIENCE_MS, undefined, { ref: false })]);
}

/** Sets attempts to UNKNOWN if their process died before SEQR's answer was stored. Their QR code was never shown. */
async function markLostInvoices(): Promise<void> {
  const before = new Date(now().getTime() - config().seqr.timeoutMs - GRACE_MS);
  const lost = await db().read.payment.findMany({
    where: { state: 'CREATED', createdAt: { lt: before } },
    take: BATCH,
  });
  for (const { id, orderId } of lost) {
    const failure = 'the answer to sendInvoice was lost';
    await db().write(
      (tx) =>
        movePayment(tx, { id, from: 'CREATED', to: 'UNKNOWN', source: 'watcher', detail: failure, data: { failure } }),
      orderId,
    );
  }
}

/**
 * Cancels orders that have timed out. SEQR refuses to cancel a paid invoice, so a late payment is not lost. Orders with
 * a partial bank transfer or a held payment need manual action.
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
    CONCURRENCY,
    async ({ id }) => {
      if (await leaseInvoice(id, at)) await withdrawPayment(id, 'EXPIRED', 'watcher');
    },
    () => isStopping() || seqrIsDown(),
  );
}

/**
 * Keeps other processes from cancelling the order's invoice at SEQR at the same time. False if another process has the
 * lease. True also for an order without an invoice, which needs no call.
 */
async function leaseInvoice(orderId: string, at: Date): Promise<boolean> {
  const invoice = { openOrderId: orderId, invoiceReference: { not: null } };
  const isDue = { OR: [{ nextCheckAt: null }, { nextCheckAt: { lte: at } }] };
  const nextCheckAt = secondsAfter(at, CANCEL_LEASE_SECONDS);
  return db().write(async (tx) => {
    const { count } = await tx.payment.updateMany({ where: { ...invoice, ...isDue }, data: { nextCheckAt } });
    return count === 1 || (await tx.payment.count({ where: invoice })) === 0;
  }, orderId);
}

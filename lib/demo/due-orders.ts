import { now } from '../clock';
import { config } from '../config';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';

/** Beyond this number, the oldest orders are deleted before they reach DEMO_KEEP. */
const KEPT_ORDERS = 20_000;

/** Orders created before this time are deleted. */
export async function pruneBefore(kept = KEPT_ORDERS): Promise<Date> {
  const before = new Date(now().getTime() - config().demoKeepMs);
  const excess = await db().read.order.findFirst({
    orderBy: { createdAt: 'desc' },
    skip: kept,
    select: { createdAt: true },
  });
  return excess !== null && excess.createdAt > before ? excess.createdAt : before;
}

/**
 * The time up to which closings have counted everything. Null while a closing is in progress, because it compares its
 * report with the orders. A closing with a wrong period id never gets its report, so it no longer counts as in progress
 * after a quarter of DEMO_KEEP.
 */
export async function countedUntil(): Promise<Date | null> {
  const stuckBefore = new Date(now().getTime() - config().demoKeepMs / 4);
  const running = await db().read.period.count({
    where: {
      OR: [{ state: { in: ['REQUESTED', 'MARKING', 'REPORTED'] } }, { state: 'MARKED', markedAt: { gt: stuckBefore } }],
    },
  });
  if (running > 0) return null;
  const newest = await db().read.period.findFirst({
    where: { scope: 'shop', state: 'RECONCILED' },
    orderBy: { createdAt: 'desc' },
    select: { markedAt: true },
  });
  return newest?.markedAt ?? new Date(0);
}

/**
 * Matches orders created before `before` for which nothing is in progress. Their money may still be in an open period.
 */
export function isSettled(before: Date) {
  return {
    createdAt: { lt: before },
    OR: [
      { state: { not: 'PENDING' } },
      { paymentMethod: 'invoice' },
      { payments: { some: { heldAt: { not: null } } } },
    ],
    payments: { every: { OR: [{ openOrderId: null }, { heldAt: { not: null } }] } },
    refunds: { none: { state: 'REQUESTED' } },
    changes: { none: { openFor: { not: null } } },
  } satisfies Prisma.OrderWhereInput;
}

/** Matches orders whose money, including amounts in doubt, is all in closed periods. `until`: see `countedUntil`. */
export function isCounted(until: Date) {
  const after = { gt: until };
  return {
    payments: { none: { paidAt: after } },
    refunds: { none: { OR: [{ settledAt: after }, { state: 'UNKNOWN', createdAt: after }] } },
    incidents: { none: { openedAt: after } },
  } satisfies Prisma.OrderWhereInput;
}

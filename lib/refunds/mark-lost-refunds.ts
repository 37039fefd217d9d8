import { monotonicMs, now } from '../clock';
import { config } from '../config';
import { db } from '../db/client';
import { log } from '../log';
import { processGlobal } from '../process-global';
import { settleRefund } from './settle-refund';

/** Extra time after refundPayment's timeout before the process that called it counts as dead. */
const GRACE_MS = 5_000;

/**
 * Marks as UNKNOWN each refund whose process died before SEQR answered, because SEQR may have carried it out. A refund's
 * time can be in the future (orders/money-times.ts). Such a refund counts as lost once this process has seen it for SEQR's
 * timeout plus GRACE_MS.
 */
export async function markLostRefunds(): Promise<void> {
  const [at, limit] = [now(), config().seqr.timeoutMs + GRACE_MS];
  const unanswered = await db().read.refund.findMany({
    where: {
      ...{ state: 'REQUESTED', paymentId: { not: null } },
      OR: [{ createdAt: { lt: new Date(at.getTime() - limit) } }, { createdAt: { gt: at } }],
    },
    select: { id: true, orderId: true, createdAt: true },
  });
  const lost = unanswered.filter(({ createdAt }) => createdAt < at);
  const ahead = unanswered.filter(({ createdAt }) => createdAt >= at);
  const seen = processGlobal('refunds-dated-ahead', () => new Map<string, number>());
  for (const id of seen.keys()) if (!ahead.some((refund) => refund.id === id)) seen.delete(id);
  for (const refund of ahead) {
    const since = seen.get(refund.id) ?? monotonicMs();
    seen.set(refund.id, since);
    if (monotonicMs() - since >= limit) lost.push(refund);
  }
  for (const { id, orderId } of lost) {
    log.error({ refundId: id }, 'refund: process ended before SEQR answered, needs manual action');
    const outcome = { state: 'UNKNOWN', failure: 'lost' } as const;
    await db().write((tx) => settleRefund(tx, id, ['REQUESTED'], outcome, { source: 'shop' }), orderId);
  }
}

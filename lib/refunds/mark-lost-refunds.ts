import { now } from '../clock';
import { config } from '../config';
import { db } from '../db/client';
import { log } from '../log';
import { settleRefund } from './settle-refund';

/** Extra time after refundPayment's timeout before the process that called it counts as dead. */
const GRACE_MS = 5_000;

/** Marks as UNKNOWN each refund whose process died before SEQR answered, because SEQR may have carried it out. */
export async function markLostRefunds(): Promise<void> {
  const before = new Date(now().getTime() - config().seqr.timeoutMs - GRACE_MS);
  const lost = await db().read.refund.findMany({
    where: { state: 'REQUESTED', createdAt: { lt: before }, paymentId: { not: null } },
    select: { id: true, orderId: true },
  });
  for (const { id, orderId } of lost) {
    log.error({ refundId: id }, 'refund: process ended before SEQR answered, needs manual action');
    const outcome = { state: 'UNKNOWN', failure: 'lost' } as const;
    await db().write((tx) => settleRefund(tx, id, ['REQUESTED'], outcome, { source: 'shop' }), orderId);
  }
}

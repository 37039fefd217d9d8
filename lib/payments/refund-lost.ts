import { now } from '../clock';
import { config } from '../config';
import { db } from '../db/client';
import { log } from '../log';
import { settleRefund } from './refund-settle';

/** What a refundPayment may take beyond its time-out before its process is taken for dead. */
const GRACE_MS = 5_000;

/** A refund whose process died between writing it down and hearing of it: SEQR may have done it, so it is UNKNOWN. */
export async function giveUpLostRefunds(): Promise<void> {
  const before = new Date(now().getTime() - config().seqr.timeoutMs - GRACE_MS);
  const lost = await db().read.refund.findMany({
    where: { state: 'REQUESTED', createdAt: { lt: before }, paymentId: { not: null } },
    select: { id: true },
  });
  for (const { id } of lost) {
    log.error({ refundId: id }, 'refund: its process ended before SEQR answered, needs a person');
    const outcome = { state: 'UNKNOWN', failure: 'lost' } as const;
    await db().write((tx) => settleRefund(tx, id, ['REQUESTED'], outcome, { source: 'shop' }));
  }
}

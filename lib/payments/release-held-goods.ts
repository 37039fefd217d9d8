import { now } from '../clock';
import { config } from '../config';
import { db } from '../db/client';
import { recordOrderEvent } from '../orders/order-events';
import type { PaymentState } from '../orders/order-states';
import { closeOrder } from '../orders/settle-order';
import { publishChange } from './bus';
import { movePayment } from './move-payment';

const BATCH = 32;
const DAY_MS = 86_400_000;

/**
 * Closes unpaid orders that have waited for a person for HELD_DAYS, so that their goods can be sold again. What was
 * paid stays listed until a person ends it; a payment that is recorded later is honoured if the goods are there.
 */
export async function releaseHeldGoods(): Promise<void> {
  const before = new Date(now().getTime() - config().heldDays * DAY_MS);
  const waiting = await db().read.order.findMany({
    where: {
      state: 'PENDING',
      OR: [{ payments: { some: { heldAt: { lte: before } } } }, { transferred: { gt: 0 }, expiresAt: { lte: before } }],
    },
    take: BATCH,
    select: { id: true },
  });
  for (const { id } of waiting) await release(id);
}

async function release(orderId: string): Promise<void> {
  const released = await db().write(async (tx) => {
    const open = await tx.payment.findUnique({ where: { openOrderId: orderId } });
    // One that is not held is being canceled.
    if (open && open.heldAt === null) return false;
    if (open) {
      const from = open.state as PaymentState;
      await movePayment(tx, { id: open.id, from, to: 'EXPIRED', source: 'watcher' });
    }
    if (!(await closeOrder(tx, orderId, 'EXPIRED'))) return false;
    await recordOrderEvent(tx, orderId, { source: 'shop' }, { kind: 'goods-released', days: config().heldDays });
    return true;
  });
  if (released) publishChange(orderId);
}

import { now } from '../clock';
import { config } from '../config';
import { db } from '../db/client';
import { publishChange } from '../orders/order-changes';
import { recordOrderEvent } from '../orders/order-events';
import { closeOrder } from '../orders/settle-order';
import { movePayment } from './move-payment';

const BATCH = 32;
const DAY_MS = 86_400_000;

/**
 * Closes unpaid orders after HELD_DAYS with a held payment or an overdue partial bank transfer, so that their stock can be
 * sold again. The back office lists the received money until a person resolves it. A payment recorded later is honoured
 * if the stock is available.
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
    // An open payment that is not held is being cancelled. Wait until it is closed.
    if (open && open.heldAt === null) return false;
    if (!(await closeOrder(tx, orderId, 'EXPIRED'))) return false;
    if (open) await movePayment(tx, { id: open.id, from: open.state, to: 'EXPIRED', source: 'watcher' });
    await recordOrderEvent(tx, orderId, { source: 'shop' }, { kind: 'goods-released', days: config().heldDays });
    return true;
  }, orderId);
  if (released) publishChange(orderId);
}

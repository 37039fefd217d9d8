import { now, secondsAfter } from '../clock';
import { config } from '../config';
import { db } from '../db/client';
import { applyOrderChange } from './apply-order-change';
import { hasHeldPayment } from './hold-payment';
import { issueInvoice, type ShopAddresses } from './issue-invoice';
import { openAttempt } from './open-attempt';

/**
 * A buyer does not need more. Each attempt extends the reservation of the goods, and the pages behind the scenes query the
 * sandbox for each attempt.
 */
export const MAX_ATTEMPTS = 20;

/**
 * Opens a new attempt for an order whose last attempt ended without a payment; its stock is still reserved. Returns
 * false if the order does not exist, is not to be paid with SEQR, is paid or closed, has an open attempt or a held payment, or
 * has had MAX_ATTEMPTS.
 */
export async function retryPayment(orderId: string, addresses: ShopAddresses): Promise<boolean> {
  const opened = await db().write(async (tx) => {
    const before = await tx.order.findUnique({
      where: { id: orderId },
      include: { _count: { select: { payments: true } } },
    });
    if (before?.state !== 'PENDING' || before.paymentMethod !== 'seqr') return null;
    const earlier = before._count.payments;
    if (earlier >= MAX_ATTEMPTS) return null;
    if (await tx.payment.findUnique({ where: { openOrderId: orderId } })) return null;
    if (await hasHeldPayment(tx, orderId)) return null;
    // A pending change of the order applies immediately, because SEQR has no open invoice to update.
    const change = await tx.orderChange.findUnique({ where: { openFor: orderId } });
    if (change) await applyOrderChange(tx, change);
    const expiresAt = secondsAfter(now(), config().paymentTimeoutSeconds);
    const order = await tx.order.update({
      where: { id: orderId },
      data: { expiresAt },
      include: { lines: { orderBy: { position: 'asc' } } },
    });
    return { order, payment: await openAttempt(tx, order, expiresAt, earlier) };
  }, orderId);
  if (opened === null) return false;
  await issueInvoice(opened.order, opened.payment, addresses);
  return true;
}

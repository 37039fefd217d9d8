import type { Tx } from '../db/client';
import type { OrderChange } from '../db/generated/client';
import { applyChange } from '../orders/order-change';
import { enqueue } from '../outbox/enqueue';

/** Applies a reserved change to the order and to its open payment's amount. False if the change is already settled. */
export async function applyOrderChange(tx: Tx, change: OrderChange): Promise<boolean> {
  if (!(await applyChange(tx, change))) return false;
  const [changed] = await tx.payment.updateManyAndReturn({
    where: { openOrderId: change.orderId },
    data: { amount: change.toTotal },
  });
  // answerAcknowledgment may have concurrently replaced the new invoice with the old one. Send the new one again.
  if (changed && changed.version !== change.paymentVersion) {
    await enqueue(tx, 'answer-acknowledgment', changed.id, `${changed.version}, changed to ${change.toTotal}`);
  }
  return true;
}

/**
 * Call this after SEQR has accepted a change. If the change was dropped meanwhile, because SEQR refused it in another call,
 * queues the unchanged order's invoice to be sent again.
 */
export async function restoreInvoice(tx: Tx, { id, orderId }: OrderChange): Promise<void> {
  const dropped = await tx.orderChange.findFirst({ where: { id, state: 'DROPPED' } });
  const open = dropped && (await tx.payment.findUnique({ where: { openOrderId: orderId } }));
  if (open) await enqueue(tx, 'answer-acknowledgment', open.id, `${id} was dropped`);
}

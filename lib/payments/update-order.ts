import { config } from '../config';
import { db, type Tx } from '../db/client';
import { canChange } from '../orders/allowed-actions';
import { linesShown, reduceLines } from '../orders/change-lines';
import { isSameChange, reserveChange } from '../orders/order-change';
import type { Actor } from '../orders/order-events';
import { enqueue } from '../outbox/enqueue';
import { hasHeldPayment } from './hold-payment';
import { type Performed, performChange } from './perform-change';

/**
 * - `changed`: SEQR and the shop have the new total.
 * - `refused`: the order's state, the quantities or SEQR do not allow it.
 * - `paid`: the order was paid first.
 * - `busy`: the payer is confirming right now.
 * - `other-change`: another change is in progress.
 * - `overtaken`: the lines have changed since they were shown.
 * - `later`: SEQR's answer is unclear, and the shop retries.
 */
export type UpdateOutcome = 'changed' | 'refused' | 'paid' | 'busy' | 'other-change' | 'overtaken' | 'later';

/** Extra time for the first call before the outbox repeats it. */
const GRACE_SECONDS = 5;

/**
 * Reduces the quantities of an unpaid order. The change is reserved before SEQR is called, one at a time per order, so
 * that two merchants cannot overwrite each other. The order changes only once SEQR accepts the new invoice. If the
 * payer pays the old or new total first, that payment settles the change. Calling it again with the same quantities
 * resumes the reserved change.
 */
export async function updateOrder(
  orderId: string,
  quantities: ReadonlyMap<number, number>,
  by: Actor,
  shown?: string,
): Promise<UpdateOutcome> {
  const reserved = await db().write((tx) => reserve(tx, orderId, { quantities, shown }, by), orderId);
  if (typeof reserved === 'string') return reserved;
  return outcomeOf(await performChange(orderId, { isFirst: reserved.isNew }), orderId, reserved.id);
}

type Wanted = { readonly quantities: ReadonlyMap<number, number>; readonly shown: string | undefined };
type Reserved = { readonly id: string; readonly isNew: boolean } | 'refused' | 'busy' | 'other-change' | 'overtaken';

async function reserve(tx: Tx, orderId: string, { quantities, shown }: Wanted, by: Actor): Promise<Reserved> {
  const earlier = await tx.orderChange.findUnique({ where: { openFor: orderId } });
  if (earlier) return isSameChange(earlier, quantities) ? { id: earlier.id, isNew: false } : 'other-change';
  const order = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    include: { lines: { orderBy: { position: 'asc' } }, payments: { where: { openOrderId: orderId } } },
  });
  if (shown !== undefined && shown !== linesShown(order.lines)) return 'overtaken';
  const isHeld = await hasHeldPayment(tx, orderId);
  const after = canChange({ ...order, isHeld }) ? reduceLines(order.lines, quantities) : null;
  if (!after) return 'refused';
  const [open] = order.payments;
  if (open && (open.state !== 'ISSUED' || open.invoiceReference === null)) return 'busy';
  const change = await reserveChange(tx, order, { quantities, after, paymentVersion: open?.version ?? null }, by);
  await enqueue(tx, 'change-order', orderId, change.id, config().seqr.timeoutMs / 1000 + GRACE_SECONDS);
  return { id: change.id, isNew: true };
}

async function outcomeOf(performed: Performed, orderId: string, changeId: string): Promise<UpdateOutcome> {
  switch (performed) {
    case 'changed':
    case 'refused':
    case 'busy':
      return performed;
    case 'uncertain':
      return 'later';
    case 'settled': {
      // The settling payment may have had the new or the old total.
      const { state } = await db().read.order.findUniqueOrThrow({ where: { id: orderId }, select: { state: true } });
      if (state === 'PAID') return 'paid';
      const change = await db().read.orderChange.findUniqueOrThrow({ where: { id: changeId } });
      return state === 'PENDING' && change.state === 'APPLIED' ? 'changed' : 'refused';
    }
  }
}

import { config } from '../config';
import { db, type Tx } from '../db/client';
import { canChange } from '../orders/allowed-actions';
import { linesShown, reduceLines } from '../orders/change-lines';
import { isSameChange, reserveChange } from '../orders/order-change';
import type { Actor } from '../orders/order-events';
import { enqueue } from './enqueue';
import { hasHeldPayment } from './hold-payment';
import { type Performed, performChange } from './perform-change';

/**
 * `changed`: SEQR and the shop have the new total; `refused`: the order's state or the quantities do not allow it, or
 * SEQR does not; `paid`: the payer was faster; `busy`: the payer is confirming this moment; `other-change`: another
 * change is under way; `overtaken`: the lines are no longer those that were shown; `later`: SEQR could not say, and the
 * shop goes on by itself.
 */
export type UpdateOutcome = 'changed' | 'refused' | 'paid' | 'busy' | 'other-change' | 'overtaken' | 'later';

/** What the repetition in the outbox leaves to the first call. */
const GRACE_SECONDS = 5;

/**
 * Takes pieces out of an unpaid order. The change is reserved before SEQR is told, one at a time per order, so that two
 * merchants cannot overtake each other; the books follow once SEQR has the new invoice. A payment of either total that
 * arrives in between settles the change with it. The same change again goes on with the one that is reserved.
 */
export async function updateOrder(
  orderId: string,
  quantities: ReadonlyMap<number, number>,
  by: Actor,
  shown?: string,
): Promise<UpdateOutcome> {
  const reserved = await db().write((tx) => reserve(tx, orderId, { quantities, shown }, by));
  if (typeof reserved === 'string') return reserved;
  return outcomeOf(await performChange(orderId, { isFirst: reserved.isNew }), orderId);
}

type Wanted = { readonly quantities: ReadonlyMap<number, number>; readonly shown: string | undefined };
type Reserved = { readonly isNew: boolean } | 'refused' | 'busy' | 'other-change' | 'overtaken';

async function reserve(tx: Tx, orderId: string, { quantities, shown }: Wanted, by: Actor): Promise<Reserved> {
  const earlier = await tx.orderChange.findUnique({ where: { openFor: orderId } });
  if (earlier) return isSameChange(earlier, quantities) ? { isNew: false } : 'other-change';
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
  return { isNew: true };
}

async function outcomeOf(performed: Performed, orderId: string): Promise<UpdateOutcome> {
  switch (performed) {
    case 'changed':
    case 'refused':
    case 'busy':
      return performed;
    case 'uncertain':
      return 'later';
    case 'settled': {
      // The payment that settled it may have had the new total or the old one.
      const { state } = await db().read.order.findUniqueOrThrow({ where: { id: orderId }, select: { state: true } });
      if (state === 'PAID') return 'paid';
      return state === 'PENDING' ? 'changed' : 'refused';
    }
  }
}

import { now } from '../clock';
import type { Tx } from '../db/client';
import type { OrderChange } from '../db/generated/client';
import { newKey } from '../ids';
import { type ChangedLines, reduceLines, type StoredLine, writeLines } from './change-lines';
import { type Actor, recordOrderEvent } from './order-events';

/** RESERVED → APPLIED | DROPPED. While a change is reserved, the order accepts no other change. */
type ChangeState = 'RESERVED' | 'APPLIED' | 'DROPPED';

type Quantities = ReadonlyMap<number, number>;

/** Stores a change before SEQR is called. The unique `openFor` allows only one per order. */
export async function reserveChange(
  tx: Tx,
  order: { readonly id: string; readonly total: number; readonly currency: string },
  { quantities, after, paymentVersion }: { quantities: Quantities; after: ChangedLines; paymentVersion: number | null },
  by: Actor,
): Promise<OrderChange> {
  const totals = { fromTotal: order.total, toTotal: after.total };
  const change = await tx.orderChange.create({
    data: {
      id: newKey(),
      orderId: order.id,
      openFor: order.id,
      state: 'RESERVED' satisfies ChangeState,
      ...totals,
      quantities: JSON.stringify([...quantities]),
      paymentVersion,
      source: by.source,
      actor: by.name ?? null,
      createdAt: now(),
    },
  });
  const facts = { from: order.total, to: after.total, currency: order.currency };
  await recordOrderEvent(tx, order.id, by, { kind: 'change-requested', ...facts });
  return change;
}

/** The order's lines after a reserved change. Null if the lines no longer allow the change. */
export function linesAfter({ quantities }: OrderChange, lines: readonly StoredLine[]): ChangedLines | null {
  return reduceLines(lines, new Map(JSON.parse(quantities)));
}

export function isSameChange({ quantities }: OrderChange, wanted: Quantities): boolean {
  const reserved: Quantities = new Map(JSON.parse(quantities));
  return reserved.size === wanted.size && [...wanted].every(([position, left]) => reserved.get(position) === left);
}

/**
 * Applies a reserved change to lines, total, stock and history. The caller updates the open payment's amount in the
 * same transaction. False if the change is already settled.
 */
export async function applyChange(tx: Tx, change: OrderChange): Promise<boolean> {
  const { orderId, fromTotal, toTotal } = change;
  if (!(await settle(tx, change.id, 'APPLIED'))) return false;
  const order = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    include: { lines: { orderBy: { position: 'asc' } } },
  });
  const after = linesAfter(change, order.lines);
  if (!after || !(await writeLines(tx, orderId, order, after))) {
    throw new Error('orders: the order was modified while a change was reserved');
  }
  const by = actorOf(change);
  await recordOrderEvent(tx, orderId, by, { kind: 'changed', from: fromTotal, to: toTotal, currency: order.currency });
  return true;
}

/**
 * Drops the order's reserved change, because SEQR refused it or the order was paid or closed. With `id`, drops only that
 * change. Returns false if no such change is reserved.
 */
export async function dropChange(tx: Tx, orderId: string, id?: string): Promise<boolean> {
  const where = { openFor: orderId, ...(id && { id }) };
  const change = await tx.orderChange.findUnique({ where, include: { order: true } });
  if (!change || !(await settle(tx, change.id, 'DROPPED'))) return false;
  const facts = { from: change.fromTotal, to: change.toTotal, currency: change.order.currency };
  await recordOrderEvent(tx, orderId, { source: 'shop' }, { kind: 'change-dropped', ...facts });
  return true;
}

async function settle(tx: Tx, id: string, state: ChangeState): Promise<boolean> {
  const { count } = await tx.orderChange.updateMany({
    where: { id, openFor: { not: null } },
    data: { openFor: null, state, settledAt: now() },
  });
  return count === 1;
}

function actorOf({ source, actor }: OrderChange): Actor {
  return source === 'merchant' ? { source, name: actor ?? '' } : { source: 'shop' };
}

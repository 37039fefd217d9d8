import { now } from '../clock';
import type { Tx } from '../db/client';
import { releaseStock, reserveStock, type StockItem, sellStock } from './stock';

async function itemsOf(tx: Tx, orderId: string): Promise<StockItem[]> {
  const lines = await tx.orderLine.findMany({
    where: { orderId, kind: 'PRODUCT' },
    select: { slug: true, quantity: true },
  });
  return lines.flatMap(({ slug, quantity }) => (slug === null ? [] : [{ slug, quantity }]));
}

/**
 * Money came for the order. `paid`: it is paid now; `honoured`: it had been given up and its goods were still there;
 * `too-late`: given up and sold to others, so the money must go back; `already-paid`: another attempt had paid it, and
 * this one must go back as well.
 */
export type PaidOutcome = 'paid' | 'honoured' | 'too-late' | 'already-paid';

export async function settlePaidOrder(tx: Tx, orderId: string): Promise<PaidOutcome> {
  const paid = { state: 'PAID', paidAt: now(), closedAt: null };
  const items = await itemsOf(tx, orderId);
  const pending = await tx.order.updateMany({ where: { id: orderId, state: 'PENDING' }, data: paid });
  if (pending.count === 1) {
    await sellStock(tx, items);
    return 'paid';
  }
  const closed = await tx.order.count({ where: { id: orderId, state: { in: ['CANCELED', 'EXPIRED'] } } });
  if (closed === 0) return 'already-paid';
  if (!(await canReserve(tx, items))) return 'too-late';
  await reserveStock(tx, items);
  await tx.order.updateMany({ where: { id: orderId, state: { in: ['CANCELED', 'EXPIRED'] } }, data: paid });
  await sellStock(tx, items);
  return 'honoured';
}

/** Gives an unpaid order up and frees its stock; false when it is not PENDING any more. */
export async function closeOrder(tx: Tx, orderId: string, state: 'CANCELED' | 'EXPIRED'): Promise<boolean> {
  const { count } = await tx.order.updateMany({
    where: { id: orderId, state: 'PENDING' },
    data: { state, closedAt: now() },
  });
  if (count === 1) await releaseStock(tx, await itemsOf(tx, orderId));
  return count === 1;
}

async function canReserve(tx: Tx, items: readonly StockItem[]): Promise<boolean> {
  for (const { slug, quantity } of items) {
    const there = await tx.product.count({ where: { slug, published: true, stock: { gte: quantity } } });
    if (there === 0) return false;
  }
  return true;
}

import type { Tx } from '../db/client';
import { formatOrderNumber } from './get-order';
import type { Actor } from './order-events';
import { returnStock, type StockItem } from './stock';

/**
 * Puts the units of a DONE refund back in stock and returns how many. A refund by line returns its units. Any other
 * refund returns the units that no other refund has, but only if the order is refunded in full; after a partial refund,
 * the buyer keeps the goods. Each unit returns at most once, and only if it was sold; an order that was never paid in
 * time sold none.
 */
export async function returnPieces(tx: Tx, refundId: string): Promise<number> {
  const { orderId, order, lines, source, actor } = await tx.refund.findUniqueOrThrow({
    where: { id: refundId },
    include: {
      lines: true,
      order: { include: { lines: { where: { kind: 'PRODUCT' }, orderBy: { position: 'asc' } } } },
    },
  });
  if (order.paidAt === null) return 0;
  const wanted = new Map(lines.map(({ position, quantity }) => [position, quantity]));
  if (lines.length === 0) {
    if (order.state !== 'REFUNDED') return 0;
    const others = await tx.refundLine.groupBy({
      by: ['position'],
      where: { refund: { orderId, state: { not: 'REFUSED' } } },
      _sum: { quantity: true },
    });
    const taken = new Map(others.map(({ position, _sum }) => [position, _sum.quantity ?? 0]));
    for (const { position, quantity } of order.lines) wanted.set(position, quantity - (taken.get(position) ?? 0));
  }
  const items: StockItem[] = [];
  for (const { position, slug, quantity, returned } of order.lines) {
    const pieces = Math.min(wanted.get(position) ?? 0, quantity - returned);
    if (slug === null || pieces <= 0) continue;
    const { count } = await tx.orderLine.updateMany({
      where: { orderId, position, returned: { lte: quantity - pieces } },
      data: { returned: { increment: pieces } },
    });
    if (count === 1) items.push({ slug, quantity: pieces });
  }
  const by: Actor = source === 'merchant' && actor !== null ? { source, name: actor } : { source: 'shop' };
  return returnStock(tx, items, by, formatOrderNumber(order.number));
}

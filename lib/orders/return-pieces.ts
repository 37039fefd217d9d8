import type { Tx } from '../db/client';
import { formatOrderNumber } from './get-order';
import type { Actor } from './order-events';
import { returnStock, type StockItem } from './stock';

/**
 * Puts units back in stock after a refund is DONE, and returns how many. A refund by line returns its own units. Once the
 * order is refunded in full, a DONE refund without lines and with `restock` returns the remaining units, except those of
 * refunds that do not return theirs. This also happens if another refund is settled last. After a partial refund, the buyer
 * keeps the goods. Each unit returns at most once, and only if
 * it was sold; an order that was never paid in time sold none.
 */
export async function returnPieces(tx: Tx, refundId: string): Promise<number> {
  const { order, ...settled } = await tx.refund.findUniqueOrThrow({
    where: { id: refundId },
    include: {
      lines: true,
      order: {
        include: {
          lines: { where: { kind: 'PRODUCT' }, orderBy: { position: 'asc' } },
          refunds: { where: { state: { not: 'REFUSED' } }, orderBy: { createdAt: 'asc' }, include: { lines: true } },
        },
      },
    },
  });
  if (order.paidAt === null) return 0;
  const returning = order.refunds.filter(({ state, restock }) => state === 'DONE' && restock);
  const notReturning = order.refunds.filter((refund) => !returning.includes(refund));
  const fullRefund = order.state === 'REFUNDED' ? returning.find(({ lines }) => lines.length === 0) : undefined;
  const cause = settled.restock ? settled : fullRefund;
  if (!cause) return 0;
  const items: StockItem[] = [];
  for (const { position, slug, quantity, returned } of order.lines) {
    const left = quantity - returned;
    const pieces = fullRefund
      ? left - quantityIn(notReturning, position)
      : Math.min(quantityIn([settled], position), left);
    if (slug === null || pieces <= 0) continue;
    const { count } = await tx.orderLine.updateMany({
      where: { orderId: order.id, position, returned: { lte: quantity - pieces } },
      data: { returned: { increment: pieces } },
    });
    if (count === 1) items.push({ slug, quantity: pieces });
  }
  const { source, actor } = cause;
  const by: Actor = source === 'merchant' && actor !== null ? { source, name: actor } : { source: 'shop' };
  return returnStock(tx, items, by, formatOrderNumber(order.number));
}

type Lines = { readonly lines: readonly { readonly position: number; readonly quantity: number }[] };

/** How many units of the order's line at `position` the refunds name. */
function quantityIn(refunds: readonly Lines[], position: number): number {
  const named = refunds.flatMap(({ lines }) => lines).filter((line) => line.position === position);
  return named.reduce((total, { quantity }) => total + quantity, 0);
}

import { now, secondsAfter } from '../clock';
import { config } from '../config';
import type { Tx } from '../db/client';
import { type Money, toDecimal } from '../money';
import { reserveStock, type StockItem } from './stock';

/**
 * Whether a bank-transfer order reserves no stock until the merchant accepts it. True if it exceeds a share of a
 * product's stock (TRANSFER_REVIEW_STOCK_PERCENT) or a total (TRANSFER_REVIEW_TOTAL). Such an order is free to place,
 * so a stranger could otherwise block the shop's stock for days.
 */
export async function needsReview(tx: Tx, items: readonly StockItem[], total: Money): Promise<boolean> {
  const { reviewStockPercent, reviewTotal } = config().orderLimits;
  if (Number(toDecimal(total)) > reviewTotal) return true;
  const products = await tx.product.findMany({
    where: { slug: { in: items.map(({ slug }) => slug) } },
    select: { slug: true, stock: true },
  });
  const stock = new Map(products.map((product) => [product.slug, product.stock]));
  return items.some(({ slug, quantity }) => quantity * 100 > (stock.get(slug) ?? 0) * reviewStockPercent);
}

/**
 * Reserves the stock of an order that awaits review and starts its payment period. Throws `CannotReserve` if
 * a product is not on sale or lacks units, so that the transaction rolls back. False if the order does not await review.
 */
export async function reserveAccepted(tx: Tx, orderId: string): Promise<boolean> {
  const { count } = await tx.order.updateMany({
    where: { id: orderId, state: 'PENDING', awaitsReview: true },
    data: { awaitsReview: false, expiresAt: secondsAfter(now(), config().bankTransferDays * 86_400) },
  });
  if (count === 0) return false;
  const lines = await tx.orderLine.findMany({
    where: { orderId, kind: 'PRODUCT' },
    select: { slug: true, quantity: true },
  });
  const items = lines.flatMap(({ slug, quantity }) => (slug === null ? [] : [{ slug, quantity }]));
  const lacking = await reserveStock(tx, items);
  if (lacking !== null) {
    const product = await tx.product.findUnique({ where: { slug: lacking }, select: { published: true } });
    throw new CannotReserve(lacking, product?.published ? 'not-in-stock' : 'not-on-sale');
  }
  return true;
}

export class CannotReserve extends Error {
  constructor(
    slug: string,
    readonly reason: 'not-in-stock' | 'not-on-sale',
  ) {
    super(`orders: cannot reserve ${slug}, because it is ${reason}`);
  }
}

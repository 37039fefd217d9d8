import type { Tx } from '../db/client';
import type { OrderLineKind } from '../db/generated/client';
import { releaseStock } from './stock';
import { deliveryVatRate } from './vat';

export type StoredLine = {
  readonly position: number;
  readonly kind: OrderLineKind;
  readonly slug: string | null;
  readonly sku: string | null;
  readonly name: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly vatRate: number | null;
  readonly total: number;
};

export type ChangedLines = { readonly lines: readonly StoredLine[]; readonly total: number };

/**
 * Returns the order's lines with reduced quantities. `quantities` maps positions to new quantities: 0 removes a line,
 * and a line without an entry stays. Prices do not change. Null if a quantity is invalid, if nothing changes, or if no
 * goods remain; such an order is cancelled instead.
 */
export function reduceLines(
  lines: readonly StoredLine[],
  quantities: ReadonlyMap<number, number>,
): ChangedLines | null {
  const requested = lines.map((line) => ({ line, quantity: quantities.get(line.position) ?? line.quantity }));
  const isGood = ({ line, quantity }: (typeof requested)[number]) =>
    Number.isInteger(quantity) &&
    quantity >= 0 &&
    quantity <= line.quantity &&
    (line.kind === 'PRODUCT' || quantity === line.quantity);
  if (!requested.every(isGood) || requested.every(({ line, quantity }) => quantity === line.quantity)) return null;
  const kept = requested
    .filter(({ quantity }) => quantity > 0)
    .map(({ line, quantity }) => ({ ...line, quantity, total: line.unitPrice * quantity }));
  const goods = kept.filter((line) => line.kind === 'PRODUCT');
  if (goods.length === 0) return null;
  const freightRate = deliveryVatRate(goods.map(({ vatRate }) => ({ vatRate: vatRate ?? 0 })));
  const changed = kept.map((line, position) => ({
    ...line,
    position,
    vatRate: line.kind === 'DELIVERY' ? freightRate : line.vatRate,
  }));
  return { lines: changed, total: changed.reduce((sum, { total }) => sum + total, 0) };
}

/** The order's lines as a form showed them, to detect a concurrent modification. */
export function linesShown(lines: readonly Pick<StoredLine, 'quantity' | 'name'>[]): string {
  return lines.map(({ quantity, name }) => `${quantity} ${name}`).join('; ');
}

/**
 * Writes the changed lines and releases the stock of removed units. False if the order is no longer unpaid or no longer
 * matches `before`.
 */
export async function writeLines(
  tx: Tx,
  orderId: string,
  before: { readonly lines: readonly StoredLine[]; readonly total: number; readonly awaitsReview: boolean },
  after: ChangedLines,
): Promise<boolean> {
  const { count } = await tx.order.updateMany({
    where: { id: orderId, state: 'PENDING', total: before.total, transferred: 0, awaitsReview: before.awaitsReview },
    // `searchText` still contains the earlier products, so it must be rewritten.
    data: { total: after.total, searchVersion: 0 },
  });
  if (count === 0) return false;
  await tx.orderLine.deleteMany({ where: { orderId } });
  await tx.orderLine.createMany({
    data: after.lines.map(({ position, kind, slug, sku, name, quantity, unitPrice, vatRate, total }) => ({
      ...{ orderId, position, kind, slug, sku, name, quantity, unitPrice, vatRate, total },
    })),
  });
  const left = new Map(after.lines.map(({ slug, quantity }) => [slug, quantity]));
  const freed = before.lines.flatMap(({ slug, quantity }) => {
    const less = quantity - (left.get(slug) ?? 0);
    return slug === null || less === 0 ? [] : [{ slug, quantity: less }];
  });
  if (!before.awaitsReview) await releaseStock(tx, freed);
  return true;
}

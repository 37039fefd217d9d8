import { recordAudit } from '../audit/record-audit';
import type { Tx } from '../db/client';
import type { Actor } from './order-events';

export type StockItem = { readonly slug: string; readonly quantity: number };

/**
 * Moves units from stock to reserved, one guarded update per product, sorted by slug to avoid deadlocks. Returns null,
 * or the first product without enough units. The caller then rolls back.
 */
export async function reserveStock(tx: Tx, items: readonly StockItem[]): Promise<string | null> {
  for (const { slug, quantity } of bySlug(items)) {
    const { count } = await tx.product.updateMany({
      where: { slug, published: true, stock: { gte: quantity } },
      data: { stock: { decrement: quantity }, reserved: { increment: quantity } },
    });
    if (count !== 1) return slug;
  }
  return null;
}

/** Makes reserved units available again, after an order was closed or reduced. */
export async function releaseStock(tx: Tx, items: readonly StockItem[]): Promise<void> {
  for (const { slug, quantity } of bySlug(items)) {
    await tx.product.updateMany({
      where: { slug, reserved: { gte: quantity } },
      data: { reserved: { decrement: quantity }, stock: { increment: quantity } },
    });
  }
}

/** Counts the reserved units of a paid order as sold. */
export async function sellStock(tx: Tx, items: readonly StockItem[]): Promise<void> {
  for (const { slug, quantity } of bySlug(items)) {
    await tx.product.updateMany({
      where: { slug, reserved: { gte: quantity } },
      data: { reserved: { decrement: quantity }, sold: { increment: quantity } },
    });
  }
}

/**
 * Puts sold units up for sale again and returns how many. Units of a product that was deleted meanwhile, or whose sales
 * were not counted, are left out. If a merchant asked for it, each product's change is listed with `note`.
 */
export async function returnStock(tx: Tx, items: readonly StockItem[], by: Actor, note: string): Promise<number> {
  let returned = 0;
  for (const { slug, quantity } of bySlug(items)) {
    const [product] = await tx.product.updateManyAndReturn({
      where: { slug, sold: { gte: quantity } },
      data: { sold: { decrement: quantity }, stock: { increment: quantity } },
      select: { stock: true },
    });
    if (!product) continue;
    returned += quantity;
    const change = { field: 'stock', before: product.stock - quantity, after: product.stock, note } as const;
    if (by.source === 'merchant') await recordAudit(tx, by, { kind: 'product', id: slug }, [change]);
  }
  return returned;
}

function bySlug(items: readonly StockItem[]): StockItem[] {
  return items.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
}

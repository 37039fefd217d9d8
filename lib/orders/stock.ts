import type { Tx } from '../db/client';

export type StockItem = { readonly slug: string; readonly quantity: number };

/**
 * Moves units from stock to reserved, a guarded update a product, in the order of their slugs so that two orders never
 * wait for each other. Returns the first product that lacks units (the caller rolls back), or null when all are held.
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

/** The order is off: reserved units may be sold again. */
export async function releaseStock(tx: Tx, items: readonly StockItem[]): Promise<void> {
  for (const { slug, quantity } of bySlug(items)) {
    await tx.product.updateMany({
      where: { slug, reserved: { gte: quantity } },
      data: { reserved: { decrement: quantity }, stock: { increment: quantity } },
    });
  }
}

/** The order is paid: its reserved units are sold. */
export async function sellStock(tx: Tx, items: readonly StockItem[]): Promise<void> {
  for (const { slug, quantity } of bySlug(items)) {
    await tx.product.updateMany({
      where: { slug, reserved: { gte: quantity } },
      data: { reserved: { decrement: quantity }, sold: { increment: quantity } },
    });
  }
}

function bySlug(items: readonly StockItem[]): StockItem[] {
  return items.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
}

import { recordAudit } from '../audit/record-audit';
import { publishStock } from '../catalogue/stock-changes';
import { afterCommit } from '../db/after-commit';
import type { Tx } from '../db/client';
import { moveUnits } from '../db/statements/move-units';
import { log } from '../log';
import type { Actor } from './order-events';

export type StockItem = { readonly slug: string; readonly quantity: number };

/**
 * Moves units from stock to reserved, one guarded update per product, sorted by slug to avoid deadlocks. Returns the slug
 * of the first product that is unpublished or has too few units, and the caller must roll back. Otherwise returns null.
 */
export async function reserveStock(tx: Tx, items: readonly StockItem[]): Promise<string | null> {
  for (const { slug, quantity } of bySlug(items)) {
    const move = { slug, quantity, from: 'stock', to: 'reserved' } as const;
    const product = await moveUnits(tx, move, { onlyPublished: true });
    if (!product) return slug;
    afterCommit(() => publishStock(product, product.stock + quantity));
  }
  return null;
}

/** Makes reserved units available again, after an order was closed or reduced. Logs an error if they are not reserved. */
export async function releaseStock(tx: Tx, items: readonly StockItem[]): Promise<void> {
  for (const { slug, quantity } of bySlug(items)) {
    const product = await moveUnits(tx, { slug, quantity, from: 'reserved', to: 'stock' });
    if (product) afterCommit(() => publishStock(product, product.stock - quantity));
    else reportNotReserved(slug, quantity, 'released');
  }
}

/** Counts the reserved units of a paid order as sold. Logs an error if they are not reserved. */
export async function sellStock(tx: Tx, items: readonly StockItem[]): Promise<void> {
  for (const { slug, quantity } of bySlug(items)) {
    const product = await moveUnits(tx, { slug, quantity, from: 'reserved', to: 'sold' });
    if (!product) reportNotReserved(slug, quantity, 'sold');
  }
}

/**
 * Puts sold units up for sale again and returns how many. Units of a product that was deleted meanwhile, or whose sales
 * were not counted, are left out. If a merchant caused it, each product's change is recorded in the audit list with
 * `note`.
 */
export async function returnStock(tx: Tx, items: readonly StockItem[], by: Actor, note: string): Promise<number> {
  let returned = 0;
  for (const { slug, quantity } of bySlug(items)) {
    const product = await moveUnits(tx, { slug, quantity, from: 'sold', to: 'stock' });
    if (!product) continue;
    afterCommit(() => publishStock(product, product.stock - quantity));
    returned += quantity;
    const change = { field: 'stock', before: product.stock - quantity, after: product.stock, note } as const;
    if (by.source === 'merchant') await recordAudit(tx, by, { kind: 'product', id: slug }, [change]);
  }
  return returned;
}

/** Does not throw, because a wrong stock must not keep a payment from being booked or an order from being closed. */
function reportNotReserved(slug: string, quantity: number, change: 'released' | 'sold'): void {
  afterCommit(() =>
    log.error(
      { slug, quantity },
      `orders: units were not ${change}, because fewer are reserved; count the product's stock and correct it`,
    ),
  );
}

function bySlug(items: readonly StockItem[]): StockItem[] {
  return items.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
}

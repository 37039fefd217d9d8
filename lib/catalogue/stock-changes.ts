import { EventEmitter } from 'node:events';
import { processGlobal } from '../process-global';
import { isSameAvailability, toAvailability } from './availability';
import type { CatalogueChange } from './pages-showing';

const bus = () => processGlobal('stock-bus', () => new EventEmitter());

type Stocked = { readonly slug: string; readonly categorySlug: string; readonly stock: number };

/** Announces a product's stock in this process, if its availability differs from that of `before` units. */
export function publishStock({ slug, categorySlug, stock }: Stocked, before: number): void {
  if (isSameAvailability(toAvailability(before), toAvailability(stock))) return;
  const change: CatalogueChange = { kind: 'stock', category: categorySlug, slug };
  bus().emit('change', change);
}

/** Calls `listener` when a product's availability has changed. Returns a function that ends the subscription. */
export function onStockChange(listener: (change: CatalogueChange) => void): () => void {
  bus().on('change', listener);
  return () => bus().off('change', listener);
}

import type { CatalogueChange } from '../catalogue/pages-showing';

/**
 * Reads a message of the triggers on the catalogue: `stock <category> <slug>`, `product <category>` or `all`. Any other
 * message counts as `all`; it may come from a newer release.
 */
export function parseCatalogueMessage(payload: string): CatalogueChange {
  const [kind, category, slug] = payload.split(' ');
  if (kind === 'stock' && category && slug) return { kind, category, slug };
  if (kind === 'product' && category) return { kind, category };
  return { kind: 'all' };
}

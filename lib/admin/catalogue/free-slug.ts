import { db } from '../../db/client';
import { isSlug, numberedSlug } from './slug';

/** The maximum number of numbered slugs to try. */
const MAX_COPIES = 200;

/**
 * The slug if neither a product nor an order has it, otherwise the first free one with a number. `isNumbered`: always adds a
 * number, and drops one at the end of `slug`.
 */
export async function findFreeSlug(slug: string, isNumbered = false): Promise<string> {
  const stem = isNumbered ? slug.replace(/-\d{1,3}$/, '') : slug;
  const numbered = Array.from({ length: MAX_COPIES }, (_, index) => numberedSlug(stem, index + 2));
  const candidates = isNumbered || !isSlug(slug) ? numbered : [slug, ...numbered];
  const where = { slug: { in: candidates } };
  const [products, lines] = await Promise.all([
    db().read.product.findMany({ where, select: { slug: true } }),
    db().read.orderLine.findMany({ where, distinct: ['slug'], select: { slug: true } }),
  ]);
  const taken = new Set([...products, ...lines].map((row) => row.slug));
  return candidates.find((candidate) => !taken.has(candidate)) ?? numberedSlug(stem, MAX_COPIES + 2);
}

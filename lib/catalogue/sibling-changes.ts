import { db } from '../db/client';
import type { CatalogueChange } from './pages-showing';

/** The change, and if the stock of a variant changed, the same of its siblings, whose pages show which are sold out. */
export async function withSiblings(change: CatalogueChange): Promise<CatalogueChange[]> {
  if (change.kind !== 'stock') return [change];
  const product = await db().read.product.findUnique({ where: { slug: change.slug }, select: { family: true } });
  if (!product?.family) return [change];
  const siblings = await db().read.product.findMany({ where: { family: product.family }, select: { slug: true } });
  return siblings.map(({ slug }) => ({ ...change, slug }));
}

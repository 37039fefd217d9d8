import type { CatalogueChange } from '../catalogue/pages-showing';
import { db } from '../db/client';
import { log } from '../log';

const RESTOCKED_UNITS = 25;

/**
 * Adds units to products whose last unit a visitor has bought or reserved, and returns the changes that pages must show. A
 * product that never had an order stays sold out: the demonstration shows one on purpose. As in a merchant's form, the
 * units are added to the stock, so sales in between still count. The audit list records only what people change, so these
 * units are not in it.
 */
export async function restockSoldOut(): Promise<CatalogueChange[]> {
  const isSoldOut = { stock: 0, published: true, OR: [{ sold: { gt: 0 } }, { reserved: { gt: 0 } }] };
  const soldOut = await db().read.product.findMany({
    where: isSoldOut,
    orderBy: { slug: 'asc' },
    select: { slug: true, categorySlug: true },
  });
  const changes: CatalogueChange[] = [];
  for (const { slug, categorySlug } of soldOut) {
    const { count } = await db().write(
      (tx) => tx.product.updateMany({ where: { slug, ...isSoldOut }, data: { stock: { increment: RESTOCKED_UNITS } } }),
      `product ${slug}`,
    );
    if (count === 1) changes.push({ kind: 'stock', category: categorySlug, slug });
  }
  if (changes.length > 0) log.info({ products: changes.length }, 'demo: restocked');
  return changes;
}

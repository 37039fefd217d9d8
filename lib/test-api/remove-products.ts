import { productScopes, transfersScope } from '../admin/catalogue/scopes';
import { now } from '../clock';
import { db } from '../db/client';
import { slugStart, TEST_CATEGORY } from './products';

const MAX_BATCH = 100;

/** `more`: products are left, so the caller repeats the request. */
export type Removed = { readonly deleted: string[]; readonly archived: string[]; readonly more: boolean };

/**
 * Deletes a namespace's products. Orders and their histories stay, so a product that an order contains is archived
 * instead.
 */
export async function removeProducts(namespace: string): Promise<Removed> {
  const found = await db().read.product.findMany({
    where: { categorySlug: TEST_CATEGORY, slug: { startsWith: slugStart(namespace) }, archivedAt: null },
    select: { slug: true },
    orderBy: { slug: 'asc' },
    take: MAX_BATCH,
  });
  const slugs = found.map(({ slug }) => slug);
  const scopes = slugs.flatMap((slug) => [
    ...productScopes(slug, { categorySlug: TEST_CATEGORY, sku: null }),
    transfersScope(slug),
  ]);
  if (slugs.length === 0) return { deleted: [], archived: [], more: false };
  return db().write(
    async (tx) => {
      // Locks the rows, so that no checkout reserves units between here and the deletion.
      const products = await tx.product.updateManyAndReturn({
        where: { slug: { in: slugs } },
        data: { published: false },
        select: { slug: true, reserved: true, sold: true },
      });
      const lines = await tx.orderLine.findMany({
        where: { slug: { in: slugs } },
        select: { slug: true },
        distinct: ['slug'],
      });
      const ordered = new Set(lines.map(({ slug }) => slug));
      const kept = products.filter(({ slug, reserved, sold }) => ordered.has(slug) || reserved + sold > 0);
      const archived = kept.map(({ slug }) => slug).sort();
      const deleted = slugs.filter((slug) => !archived.includes(slug));
      await tx.product.updateMany({
        where: { slug: { in: archived } },
        data: { archivedAt: now(), version: { increment: 1 } },
      });
      await tx.product.deleteMany({ where: { slug: { in: deleted } } });
      await tx.category.deleteMany({ where: { slug: TEST_CATEGORY, products: { none: {} } } });
      return { deleted, archived, more: found.length === MAX_BATCH };
    },
    [...new Set(scopes)],
  );
}

import { z } from 'zod';
import { now } from '../../clock';
import type { Tx } from '../client';
import { Prisma } from '../generated/client';

/** The columns that count a product's units: for sale, in orders that are not paid, and sold. */
type Units = 'stock' | 'reserved' | 'sold';
type UnitsMove = { readonly slug: string; readonly quantity: number; readonly from: Units; readonly to: Units };
type Condition = { readonly onlyPublished?: boolean };

const movedRows = z
  .array(z.object({ slug: z.string(), categorySlug: z.string(), stock: z.coerce.number() }))
  .max(1)
  .transform(([product]) => product ?? null);

/** Moves units of one product. Returns the product afterwards, or null and changes nothing if `from` has too few. */
export async function moveUnits(
  tx: Tx,
  { slug, quantity, from, to }: UnitsMove,
  { onlyPublished = false }: Condition = {},
) {
  const [source, target] = [Prisma.raw(`"${from}"`), Prisma.raw(`"${to}"`)];
  const rows = await tx.$queryRaw`
    UPDATE "Product"
    SET ${source} = ${source} - ${quantity}, ${target} = ${target} + ${quantity}, "updatedAt" = ${now()}
    WHERE "slug" = ${slug} AND ${source} >= ${quantity} ${onlyPublished ? Prisma.sql`AND "published"` : Prisma.empty}
    RETURNING "slug", "categorySlug", "stock"`;
  return movedRows.parse(rows);
}

import { z } from 'zod';
import type { Tx } from '../client';
import { Prisma } from '../generated/client';

const product = z.object({
  slug: z.string(),
  sku: z.string().nullable(),
  image: z.string(),
  price: z.coerce.number(),
  currency: z.string(),
  vatRate: z.coerce.number(),
  stock: z.coerce.number(),
});
const text = z.object({ language: z.string(), name: z.string(), options: z.string() });

export type SellableRow = z.infer<typeof product> & { readonly texts: readonly z.infer<typeof text>[] };

/** The published products among these slugs that are priced in `currency`, with their texts in these languages. */
export async function readSellable(
  reader: Pick<Tx, '$queryRaw'>,
  slugs: readonly string[],
  currency: string,
  languages: readonly string[],
): Promise<SellableRow[]> {
  if (slugs.length === 0) return [];
  const rows = await reader.$queryRaw<Record<string, unknown>[]>`
    SELECT p."slug", p."sku", p."image", p."price", p."currency", p."vatRate", p."stock", t."language", t."name", t."options"
    FROM "Product" p
    LEFT JOIN "ProductText" t ON t."productSlug" = p."slug" AND t."language" IN (${Prisma.join(languages)})
    WHERE p."slug" IN (${Prisma.join(slugs)}) AND p."published" AND p."currency" = ${currency}`;
  const products = new Map<unknown, SellableRow & { texts: z.infer<typeof text>[] }>();
  for (const row of rows) {
    const known = products.get(row.slug) ?? { ...product.parse(row), texts: [] };
    products.set(row.slug, known);
    if (row.language !== null) known.texts.push(text.parse(row));
  }
  return [...products.values()];
}

import { z } from 'zod';
import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';

const rows = z.array(z.object({ slug: z.string(), name: z.string(), source: z.string() }));
export type Outdated = z.infer<typeof rows>[number];

type Wanted = {
  /** The language of the text; `fallback` is the language shown for products without a text in it. */
  readonly language: string;
  readonly fallback: string;
  readonly version: number;
  /** All products if undefined. */
  readonly slugs?: readonly string[] | undefined;
  readonly take: number;
};

/**
 * The products whose row in ProductSearch is missing, has an older version or was derived from other texts. `source`: name,
 * summary and category in the language, article number, and options as stored, one per line.
 */
export async function listOutdated(
  reader: Pick<Tx, '$queryRaw'>,
  { language, fallback, version, slugs, take }: Wanted,
): Promise<Outdated[]> {
  const ofThese = slugs === undefined ? Prisma.empty : Prisma.sql`AND p."slug" IN (${Prisma.join([...slugs])})`;
  const source = Prisma.sql`coalesce(t."name", f."name") || '\n' || coalesce(t."summary", f."summary") || '\n' || coalesce(c."name", d."name", '') || '\n' || coalesce(p."sku", '') || '\n' || coalesce(nullif(t."options", '[]'), f."options")`;
  return rows.parse(
    await reader.$queryRaw(Prisma.sql`
      SELECT p."slug" AS "slug", coalesce(t."name", f."name") AS "name", ${source} AS "source"
      FROM "Product" p
      LEFT JOIN "ProductText" t ON t."productSlug" = p."slug" AND t."language" = ${language}
      LEFT JOIN "ProductText" f ON f."productSlug" = p."slug" AND f."language" = ${fallback}
      LEFT JOIN "CategoryText" c ON c."categorySlug" = p."categorySlug" AND c."language" = ${language}
      LEFT JOIN "CategoryText" d ON d."categorySlug" = p."categorySlug" AND d."language" = ${fallback}
      LEFT JOIN "ProductSearch" s ON s."productSlug" = p."slug" AND s."language" = ${language}
      WHERE coalesce(t."name", f."name") IS NOT NULL ${ofThese}
        AND (s."id" IS NULL OR s."version" < ${version} OR s."source" <> ${source})
      LIMIT ${take}`),
  );
}

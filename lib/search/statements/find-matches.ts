import { z } from 'zod';
import { db } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import { type Match, matching } from './matching';
import { type Order, orderOf } from './order-of';

const rows = z.array(z.object({ kind: z.enum(['category', 'product']), slug: z.string(), count: z.coerce.number() }));

/** The number of matches of a category. */
export type CategoryMatches = { readonly category: string; readonly count: number };

type Page = {
  /** The page has only this category's products. The counts include all categories. */
  readonly category: string | null;
  readonly sort: Order;
  readonly skip: number;
  readonly take: number;
};

/**
 * The number of matches per category, in the merchant's order and without empty categories, and the slugs of one page. Uses
 * one statement, because finding many matches is the slowest part and would otherwise be done twice.
 */
export async function findMatches(match: Match, { category, sort, skip, take }: Page) {
  const inCategory = category === null ? Prisma.empty : Prisma.sql`WHERE "category" = ${category}`;
  const { value, direction } = orderOf(sort, match.words);
  const order = Prisma.sql`"sort" ${direction}, "shelf", "position", "slug"`;
  const found = rows.parse(
    await db().read.$queryRaw(Prisma.sql`
      WITH "matches" AS MATERIALIZED (
        SELECT p."slug", p."categorySlug" AS "category", c."position" AS "shelf", p."position", ${value} AS "sort" ${matching(match)}),
      "page" AS (SELECT * FROM "matches" ${inCategory} ORDER BY ${order} LIMIT ${take} OFFSET ${skip})
      SELECT 'category' AS "kind", "category" AS "slug", count(*) AS "count", "shelf" AS "place"
      FROM "matches" GROUP BY "category", "shelf"
      UNION ALL SELECT 'product', "slug", 1, row_number() OVER (ORDER BY ${order}) FROM "page"
      ORDER BY 1, 4, 2`),
  );
  const of = (kind: 'category' | 'product') => found.filter((row) => row.kind === kind);
  const categories = of('category').map(({ slug, count }): CategoryMatches => ({ category: slug, count }));
  return { categories, slugs: of('product').map(({ slug }) => slug) };
}

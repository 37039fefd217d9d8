import { config } from '../../config';
import { isPostgresqlUrl } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import { merchant } from '../../merchant';

/** What to find: products for sale that contain every word and pass every filter. */
export type Match = {
  readonly language: string;
  /** Folded. They consist of letters and digits, so they contain no special characters of LIKE or MATCH. */
  readonly words: readonly string[];
  /** Inclusive, in minor units of the merchant's currency. They apply to the price that lists show for a family. */
  readonly priceMin: number | null;
  readonly priceMax: number | null;
  readonly inStock: boolean;
};

/** Three letters make a trigram. A shorter word is found only at the beginning of words. */
const TRIGRAM = 3;

function inText(word: string): string {
  return word.length < TRIGRAM ? `  ${word}` : word;
}

/**
 * The FROM and WHERE of a search over the product `p`, its category `c` and its search row `s`. Of a family, finds only one
 * variant: the one that lists show if it matches, otherwise the first match.
 */
export function matching(match: Match): Prisma.Sql {
  const parts = match.words.map(inText);
  const [v, t] = [Prisma.sql`v`, Prisma.sql`t`];
  const conditions = [...filters(match, Prisma.sql`p`, Prisma.sql`s`), ...priceFilters(match), ...containing(parts)];
  return Prisma.sql`${source(parts)} JOIN "Category" c ON c."slug" = p."categorySlug"
    WHERE ${all(conditions)}
      AND NOT EXISTS (
        SELECT 1 FROM "Product" v JOIN "ProductSearch" t ON t."productSlug" = v."slug"
        WHERE v."family" IS NOT NULL AND v."family" = p."family" AND ${all([...filters(match, v, t), ...like(parts, t)])} AND (v."listed" > p."listed"
          OR (v."listed" = p."listed" AND (v."position", v."slug") < (p."position", p."slug"))))`;
}

const all = (conditions: readonly Prisma.Sql[]) => Prisma.join([...conditions], ' AND ');

/**
 * The price that lists show for the product `p`. For a family, the lowest price of its variants in stock, or of all its
 * variants if none is in stock, as in lib/catalogue/summarize-variants.ts.
 */
export function listPrice(): Prisma.Sql {
  return Prisma.sql`CASE WHEN p."family" IS NULL THEN p."price" ELSE (
    SELECT o."price" FROM "Product" o
    WHERE o."family" = p."family" AND o."published" AND o."currency" = ${merchant.currency}
    ORDER BY CASE WHEN o."stock" > 0 THEN 0 ELSE 1 END, o."price" LIMIT 1) END`;
}

/** The conditions on the price, which are the same for all variants of a family. */
function priceFilters({ priceMin, priceMax }: Match): Prisma.Sql[] {
  return [
    ...(priceMin === null ? [] : [Prisma.sql`${listPrice()} >= ${priceMin}`]),
    ...(priceMax === null ? [] : [Prisma.sql`${listPrice()} <= ${priceMax}`]),
  ];
}

/** The conditions on a product and its search row, except the words and the price. */
function filters({ language, inStock }: Match, p: Prisma.Sql, s: Prisma.Sql): Prisma.Sql[] {
  return [
    Prisma.sql`${s}."language" = ${language}`,
    Prisma.sql`${p}."published"`,
    Prisma.sql`${p}."currency" = ${merchant.currency}`,
    ...(inStock ? [Prisma.sql`${p}."stock" > 0`] : []),
  ];
}

function like(parts: readonly string[], s: Prisma.Sql): Prisma.Sql[] {
  return parts.map((part) => Prisma.sql`${s}."text" LIKE ${`%${part}%`}`);
}

/** In SQLite, a search begins in the trigram index: CROSS JOIN keeps the order of the tables. */
function source(parts: readonly string[]): Prisma.Sql {
  return isInFts5(parts)
    ? Prisma.sql`FROM "search_products" f CROSS JOIN "ProductSearch" s ON s."id" = f."rowid"
        CROSS JOIN "Product" p ON p."slug" = s."productSlug"`
    : Prisma.sql`FROM "ProductSearch" s JOIN "Product" p ON p."slug" = s."productSlug"`;
}

/** The condition that a product contains every part, in the form that uses the database's trigram index. */
function containing(parts: readonly string[]): Prisma.Sql[] {
  if (!isInFts5(parts)) return like(parts, Prisma.sql`s`);
  return [Prisma.sql`f."search_products" MATCH ${parts.map((part) => `"${part}"`).join(' AND ')}`];
}

function isInFts5(parts: readonly string[]): boolean {
  return parts.length > 0 && !isPostgresqlUrl(config().databaseUrl);
}

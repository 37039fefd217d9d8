import { z } from 'zod';
import { nameWithOptions, parseOptions } from '../../catalogue/options';
import { db } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import { foldedWords, foldForSearch } from '../../fold-for-search';
import type { Language } from '../../i18n/languages';
import { maxLengths } from '../../input-limits';
import { merchant } from '../../merchant';
import { type Money, storedMoney } from '../../money';
import type { Session } from '../session';

export const productTabs = ['all', 'on-sale', 'off-sale', 'archived'] as const;
type ProductTab = (typeof productTabs)[number];

/** `all`: all except the archived ones. `page` counts from 1. */
export type ProductFilter = {
  readonly tab: ProductTab;
  readonly category: string | null;
  readonly search: string;
  readonly page: number;
};

export type ProductRow = {
  readonly slug: string;
  readonly sku: string | null;
  readonly name: string;
  readonly categorySlug: string;
  readonly category: string;
  readonly image: string;
  readonly price: Money;
  readonly stock: number;
  readonly reserved: number;
  readonly isOnSale: boolean;
  readonly isArchived: boolean;
};

export type ProductPage = { readonly products: readonly ProductRow[]; readonly hasMore: boolean };

const PRODUCT_PAGE_SIZE = 50;
const MAX_PAGE = 9_999;

/** Parses a filter from a query string. Invalid values are ignored. */
export function parseProductFilter(query: Readonly<Record<string, string | undefined>>): ProductFilter {
  const page = /^\d{1,4}$/.test(query.page ?? '') ? Number(query.page) : 1;
  return {
    tab: productTabs.find((tab) => tab === query.tab) ?? 'all',
    category: query.category || null,
    search: (query.q ?? '').slice(0, maxLengths.productSearch).trim(),
    page: Math.min(Math.max(page, 1), MAX_PAGE),
  };
}

/**
 * One page of products in the shop's order. The search matches parts of names (in any language), slugs and article numbers.
 */
export async function listProductPage(
  _session: Session,
  language: Language,
  filter: ProductFilter,
  size = PRODUCT_PAGE_SIZE,
): Promise<ProductPage> {
  const skip = (filter.page - 1) * size;
  const found = filter.search === '' ? null : (await findSlugs(filter)).slice(skip, skip + size + 1);
  const rows = await readRows(found ? whereSlugs(found) : wherePage(filter, skip, size + 1), language);
  return { products: rows.slice(0, size), hasMore: rows.length > size };
}

const inShopOrder = Prisma.sql`ORDER BY c."position", c."slug", p."position", p."slug"`;

function wherePage(filter: ProductFilter, skip: number, take: number): Prisma.Sql {
  return Prisma.sql`WHERE ${conditionOf(filter)} ${inShopOrder} LIMIT ${take} OFFSET ${skip}`;
}

function whereSlugs(slugs: readonly string[]): Prisma.Sql {
  return slugs.length === 0 ? Prisma.sql`WHERE 1 = 0` : Prisma.sql`WHERE p."slug" IN (${Prisma.join([...slugs])})`;
}

type SearchedRow = { slug: string; sku: string | null; name: string | null; options: string | null };

/** Compares names in JavaScript, because neither database can ignore accents. */
async function findSlugs(filter: ProductFilter): Promise<string[]> {
  const rows = await db().read.$queryRaw<SearchedRow[]>`
    SELECT p."slug", p."sku", t."name", t."options" FROM "Product" p JOIN "Category" c ON c."slug" = p."categorySlug"
    LEFT JOIN "ProductText" t ON t."productSlug" = p."slug"
    WHERE ${conditionOf(filter)} AND ${mayMatch(filter.search)} ${inShopOrder}`;
  const wanted = foldForSearch(filter.search);
  const isFound = (text: string | null) => text !== null && foldForSearch(text).includes(wanted);
  const nameOf = ({ name, options }: SearchedRow) => nameWithOptions(name ?? '', parseOptions(options ?? '[]'));
  const found = rows.filter((row) => row.slug.includes(wanted) || isFound(row.sku) || isFound(nameOf(row)));
  return [...new Set(found.map(({ slug }) => slug))];
}

/**
 * Uses the folded texts in ProductSearch (lib/search) to exclude most products that cannot match. A new product may not
 * have such a text yet.
 */
function mayMatch(search: string): Prisma.Sql {
  const words = foldedWords(search).map((word) => Prisma.sql`"text" LIKE ${`%${word}%`}`);
  if (words.length === 0) return Prisma.sql`1 = 1`;
  return Prisma.sql`(p."slug" IN (SELECT "productSlug" FROM "ProductSearch" WHERE ${Prisma.join(words, ' AND ')})
    OR p."slug" NOT IN (SELECT "productSlug" FROM "ProductSearch"))`;
}

const isArchived = Prisma.sql`(p."archivedAt" IS NOT NULL AND NOT p."published")`;

function conditionOf({ tab, category }: ProductFilter): Prisma.Sql {
  const isOnSale = Prisma.sql`(p."published" AND p."currency" = ${merchant.currency})`;
  const ofTab = {
    all: Prisma.sql`NOT ${isArchived}`,
    'on-sale': isOnSale,
    'off-sale': Prisma.sql`NOT ${isOnSale} AND NOT ${isArchived}`,
    archived: isArchived,
  }[tab];
  return category === null ? ofTab : Prisma.sql`${ofTab} AND p."categorySlug" = ${category}`;
}

const storedRows = z.array(
  z.object({
    slug: z.string(),
    sku: z.string().nullable(),
    categorySlug: z.string(),
    image: z.string(),
    price: z.coerce.number(),
    currency: z.string(),
    stock: z.coerce.number(),
    reserved: z.coerce.number(),
    published: z.coerce.boolean(),
    isArchived: z.coerce.boolean(),
    name: z.string().nullable(),
    options: z.string().nullable(),
    category: z.string().nullable(),
  }),
);

/** Uses one statement, because Prisma would read the texts and the categories in three more, one after the other. */
async function readRows(which: Prisma.Sql, language: Language): Promise<ProductRow[]> {
  const rows = await db().read.$queryRaw`
    SELECT p."slug", p."sku", p."categorySlug", p."image", p."price", p."currency", p."stock", p."reserved", p."published",
      ${isArchived} AS "isArchived", t."name", t."options", d."name" AS "category"
    FROM (SELECT p.*, c."position" AS "categoryPosition" FROM "Product" p JOIN "Category" c ON c."slug" = p."categorySlug" ${which}) p
    LEFT JOIN "ProductText" t ON t."productSlug" = p."slug" AND t."language" = ${language}
    LEFT JOIN "CategoryText" d ON d."categorySlug" = p."categorySlug" AND d."language" = ${language}
    ORDER BY p."categoryPosition", p."categorySlug", p."position", p."slug"`;
  return storedRows.parse(rows).map(({ published, name, options, category, price, currency, ...row }) => ({
    ...row,
    isOnSale: published && currency === merchant.currency,
    name: nameWithOptions(name || row.slug, parseOptions(options ?? '[]')),
    category: category || row.categorySlug,
    price: storedMoney(price, currency),
  }));
}

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
  const slugs =
    filter.search === ''
      ? await listSlugs(filter, skip, size + 1)
      : (await findSlugs(filter)).slice(skip, skip + size + 1);
  return { products: await readRows(slugs.slice(0, size), language), hasMore: slugs.length > size };
}

const inShopOrder = Prisma.sql`ORDER BY c."position", c."slug", p."position", p."slug"`;

async function listSlugs(filter: ProductFilter, skip: number, take: number): Promise<string[]> {
  const rows = await db().read.$queryRaw<{ slug: string }[]>`
    SELECT p."slug" FROM "Product" p JOIN "Category" c ON c."slug" = p."categorySlug"
    WHERE ${conditionOf(filter)} ${inShopOrder} LIMIT ${take} OFFSET ${skip}`;
  return rows.map(({ slug }) => slug);
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

function conditionOf({ tab, category }: ProductFilter): Prisma.Sql {
  const isOnSale = Prisma.sql`(p."published" AND p."currency" = ${merchant.currency})`;
  const isArchived = Prisma.sql`(p."archivedAt" IS NOT NULL AND NOT p."published")`;
  const ofTab = {
    all: Prisma.sql`NOT ${isArchived}`,
    'on-sale': isOnSale,
    'off-sale': Prisma.sql`NOT ${isOnSale} AND NOT ${isArchived}`,
    archived: isArchived,
  }[tab];
  return category === null ? ofTab : Prisma.sql`${ofTab} AND p."categorySlug" = ${category}`;
}

async function readRows(slugs: readonly string[], language: Language): Promise<ProductRow[]> {
  const rows = await db().read.product.findMany({
    where: { slug: { in: [...slugs] } },
    include: {
      texts: { where: { language }, select: { name: true, options: true } },
      category: { include: { texts: { where: { language }, select: { name: true } } } },
    },
  });
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  return slugs.flatMap((slug) => {
    const row = bySlug.get(slug);
    if (!row) return [];
    const { sku, categorySlug, image, stock, reserved, published, archivedAt, texts, category } = row;
    return {
      ...{ slug, sku, categorySlug, image, stock, reserved },
      isOnSale: published && row.currency === merchant.currency,
      isArchived: archivedAt !== null && !published,
      name: nameWithOptions(texts[0]?.name || slug, parseOptions(texts[0]?.options ?? '[]')),
      category: category.texts[0]?.name || category.slug,
      price: storedMoney(row.price, row.currency),
    };
  });
}

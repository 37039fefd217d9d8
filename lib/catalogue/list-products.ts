import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import type { Language } from '../i18n/languages';
import { hasText, isForSale, isInLists, type Product, selectProduct, toProduct } from './product';
import { summarizeVariants } from './summarize-variants';

/**
 * The first `take` products of a category that are for sale, in the merchant's order. A family counts as one product.
 */
export async function listProducts(language: Language, categorySlug: string, take: number): Promise<Product[]> {
  return find(language, { ...isInLists(), categorySlug }, take);
}

/**
 * The first products of a category that are in stock. A family counts as in stock if any variant is, and is shown by
 * its listed variant.
 */
export async function listProductsInStock(language: Language, categorySlug: string, take: number): Promise<Product[]> {
  const inStock = { categorySlug, stock: { gt: 0 } };
  const families = await db().read.product.groupBy({
    by: ['family'],
    where: { ...isForSale(), ...inStock, family: { not: null } },
    orderBy: { _min: { position: 'asc' } },
    take,
  });
  const among = families.flatMap(({ family }) => family ?? []);
  const where = {
    OR: [
      { family: null, ...inStock },
      { family: { in: among }, categorySlug },
    ],
  };
  return find(language, { ...isInLists(), ...where }, take);
}

/** The number of products that `listProducts` would return, by category. Omits categories without any. */
export async function countProducts(language: Language): Promise<Map<string, number>> {
  const rows = await db().read.product.groupBy({
    by: ['categorySlug'],
    where: { ...isInLists(), ...hasText(language) },
    _count: true,
  });
  return new Map(rows.map(({ categorySlug, _count }) => [categorySlug, _count]));
}

/** The slugs of at most `take` products for sale. A family counts as one product. */
export async function listProductSlugs(take: number): Promise<string[]> {
  const rows = await db().read.product.findMany({
    where: isInLists(),
    orderBy: { slug: 'asc' },
    select: { slug: true },
    take,
  });
  return rows.map(({ slug }) => slug);
}

/** The products for sale among `slugs`. All other slugs are skipped. */
export async function listProductsBySlug(language: Language, slugs: readonly string[]): Promise<Product[]> {
  return slugs.length === 0 ? [] : find(language, { ...isForSale(), slug: { in: [...slugs] } }, slugs.length);
}

async function find(language: Language, where: Prisma.ProductWhereInput, take: number): Promise<Product[]> {
  const rows = await db().read.product.findMany({
    where: { ...where, ...hasText(language) },
    orderBy: [{ category: { position: 'asc' } }, { position: 'asc' }, { slug: 'asc' }],
    select: selectProduct(language),
    take,
  });
  return summarizeVariants(rows.map((row) => toProduct(row, language)).filter((product) => product !== null));
}

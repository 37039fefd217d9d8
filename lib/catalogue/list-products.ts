import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import type { Language } from '../i18n/languages';
import { isForSale, isInLists, type Product, selectProduct, toProduct } from './product';
import { summarizeVariants } from './summarize-variants';

/** The products for sale, optionally of one category, in the merchant's order. Of a family, one variant. */
export async function listProducts(language: Language, categorySlug?: string): Promise<Product[]> {
  return find(language, { ...isInLists(), ...(categorySlug === undefined ? {} : { categorySlug }) });
}

/** The products for sale among `slugs`. All other slugs are skipped. */
export async function listProductsBySlug(language: Language, slugs: readonly string[]): Promise<Product[]> {
  return slugs.length === 0 ? [] : find(language, { ...isForSale(), slug: { in: [...slugs] } });
}

async function find(language: Language, where: Prisma.ProductWhereInput): Promise<Product[]> {
  const rows = await db().read.product.findMany({
    where,
    orderBy: [{ category: { position: 'asc' } }, { position: 'asc' }, { slug: 'asc' }],
    select: selectProduct(language),
  });
  return summarizeVariants(rows.map((row) => toProduct(row, language)).filter((product) => product !== null));
}

import { db } from '../db/client';
import type { Language } from '../i18n/languages';
import { isForSale, type Product, selectProduct, toProduct } from './product';

/** The products for sale, optionally of one category, in the merchant's order. */
export async function listProducts(language: Language, categorySlug?: string): Promise<Product[]> {
  return find(language, categorySlug === undefined ? {} : { categorySlug });
}

/** The products for sale among `slugs`. All other slugs are skipped. */
export async function listProductsBySlug(language: Language, slugs: readonly string[]): Promise<Product[]> {
  return slugs.length === 0 ? [] : find(language, { slug: { in: [...slugs] } });
}

async function find(language: Language, where: { categorySlug?: string; slug?: { in: string[] } }) {
  const rows = await db().read.product.findMany({
    where: { ...where, ...isForSale() },
    orderBy: [{ category: { position: 'asc' } }, { position: 'asc' }, { slug: 'asc' }],
    select: selectProduct(language),
  });
  return rows.map((row) => toProduct(row, language)).filter((product) => product !== null);
}

import { db } from '../db/client';
import type { Language } from '../i18n/languages';
import { isForSale, type Product, selectProduct, toProduct } from './product';

/** The published products, all or one category's, in the order that the merchant gave them. */
export async function listProducts(language: Language, categorySlug?: string): Promise<Product[]> {
  return find(language, categorySlug === undefined ? {} : { categorySlug });
}

/** The published products among `slugs`; one that is unknown or not published is missing from the answer. */
export async function listProductsBySlug(language: Language, slugs: readonly string[]): Promise<Product[]> {
  return slugs.length === 0 ? [] : find(language, { slug: { in: [...slugs] } });
}

async function find(language: Language, where: { categorySlug?: string; slug?: { in: string[] } }) {
  const rows = await db().read.product.findMany({
    where: { ...where, ...isForSale() },
    orderBy: [{ category: { position: 'asc' } }, { position: 'asc' }, { slug: 'asc' }],
    select: selectProduct(language),
  });
  return rows.map(toProduct).filter((product) => product !== null);
}

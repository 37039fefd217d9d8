import type { Language } from '../i18n/languages';
import { listProductsBySlug } from './list-products';
import type { Product } from './product';

/** Null when it is unknown, not published, or has no text in that language. */
export async function getProduct(language: Language, slug: string): Promise<Product | null> {
  const [product] = await listProductsBySlug(language, [slug]);
  return product ?? null;
}

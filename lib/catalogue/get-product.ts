import type { Language } from '../i18n/languages';
import { listProductsBySlug } from './list-products';
import type { Product } from './product';

/** Null if the product is unknown, not for sale, or has no text to show in the language. */
export async function getProduct(language: Language, slug: string): Promise<Product | null> {
  const [product] = await listProductsBySlug(language, [slug]);
  return product ?? null;
}

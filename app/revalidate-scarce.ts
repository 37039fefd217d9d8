import { listProductsBySlug } from '@/lib/catalogue/list-products';
import { revalidatePages } from './revalidate-pages';

/**
 * Re-renders the prerendered pages of products with low stock after an order. Pages of other products do not change, so
 * they stay cached.
 */
export async function revalidateScarce(slugs: readonly string[]): Promise<void> {
  for (const { slug, categorySlug, availability } of await listProductsBySlug('en', slugs)) {
    if (availability.state === 'in-stock') continue;
    await revalidatePages({ kind: 'stock', category: categorySlug, slug });
  }
}

import { revalidatePath } from 'next/cache';
import { listProductsBySlug } from '@/lib/catalogue/list-products';
import { languages } from '@/lib/i18n/languages';

/**
 * Has the prerendered pages of products that are running out drawn anew, after an order took some of them. Where there
 * is plenty nothing that a page says has changed, so its cached rendering stays.
 */
export async function revalidateScarce(slugs: readonly string[]): Promise<void> {
  const products = await listProductsBySlug('en', slugs);
  const scarce = products.filter(({ availability }) => availability.state !== 'in-stock');
  for (const language of languages) {
    if (scarce.length > 0) revalidatePath(`/${language}`);
    for (const { slug } of scarce) revalidatePath(`/${language}/products/${slug}`);
    for (const category of new Set(scarce.map(({ categorySlug }) => categorySlug))) {
      revalidatePath(`/${language}/categories/${category}`);
    }
  }
}

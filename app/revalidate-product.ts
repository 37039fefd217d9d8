import { revalidatePath } from 'next/cache';
import { languages } from '@/lib/i18n/languages';

/** Has every prerendered page that shows a product drawn anew, at once, after the merchant changed it. */
export function revalidateProduct(categorySlug: string): void {
  for (const language of languages) {
    revalidatePath(`/${language}`);
    revalidatePath(`/${language}/categories/${categorySlug}`);
  }
  // Other products' pages show it among more of their category.
  revalidatePath('/[lang]/(shop)/products/[slug]', 'page');
  revalidatePath('/sitemap.xml');
}

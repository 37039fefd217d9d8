import type { Language } from '../i18n/languages';
import { type Category, listCategories } from './list-categories';

/** Null when it is unknown or has no text in that language. */
export async function getCategory(language: Language, slug: string): Promise<Category | null> {
  const categories = await listCategories(language);
  return categories.find((category) => category.slug === slug) ?? null;
}

import type { Language } from '../i18n/languages';
import { type Category, listCategories } from './list-categories';

/** Null if the category is unknown or has no text to show in the language. */
export async function getCategory(language: Language, slug: string): Promise<Category | null> {
  const categories = await listCategories(language);
  return categories.find((category) => category.slug === slug) ?? null;
}

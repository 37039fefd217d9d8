import { db } from '../db/client';
import type { Language } from '../i18n/languages';
import { pickText, textLanguages } from './pick-text';

export interface Category {
  slug: string;
  name: string;
  intro: string;
}

/** The categories in the merchant's order. */
export async function listCategories(language: Language): Promise<Category[]> {
  const rows = await db().read.category.findMany({
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: {
      slug: true,
      texts: {
        where: { language: { in: textLanguages(language) } },
        select: { language: true, name: true, intro: true },
      },
    },
  });
  return rows.flatMap(({ slug, texts }) => {
    const text = pickText(texts, language);
    return text ? [{ slug, name: text.name, intro: text.intro }] : [];
  });
}

import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import type { Language } from '../i18n/languages';
import { pickText, textLanguages } from './pick-text';
import { hasText, isInLists } from './product';

export interface Category {
  slug: string;
  name: string;
  intro: string;
}

/** The categories in the merchant's order, including those without products. */
export async function listCategories(language: Language): Promise<Category[]> {
  return find(language, {});
}

/** The categories that the shop shows: those with at least one listed product. */
export async function listShownCategories(language: Language): Promise<Category[]> {
  return find(language, { products: { some: { ...isInLists(), ...hasText(language) } } });
}

async function find(language: Language, where: Prisma.CategoryWhereInput): Promise<Category[]> {
  const rows = await db().read.category.findMany({
    where,
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

import { db } from '../db/client';
import type { Language } from '../i18n/languages';

export interface Category {
  slug: string;
  name: string;
  intro: string;
}

/** The categories in the order that the merchant gave them. */
export async function listCategories(language: Language): Promise<Category[]> {
  const rows = await db().read.category.findMany({
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: { slug: true, texts: { where: { language }, select: { name: true, intro: true } } },
  });
  return rows.flatMap(({ slug, texts: [text] }) => (text ? [{ slug, ...text }] : []));
}

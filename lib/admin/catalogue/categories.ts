import { db, type Tx } from '../../db/client';
import { inEachLanguage, type Language } from '../../i18n/languages';
import type { Session } from '../session';

export const categoryTextFields = ['name', 'intro'] as const;
export type CategoryText = Record<(typeof categoryTextFields)[number], string>;

/** The maximum length of each text in characters. */
export const categoryTextLimits: Record<keyof CategoryText, number> = { name: 60, intro: 300 };

export type CategoryDetails = {
  readonly slug: string;
  /** Incremented by each save in the back office. */
  readonly version: number;
  readonly texts: Readonly<Record<Language, CategoryText>>;
  /** The number of its products, including archived ones. */
  readonly products: number;
};

const include = { texts: true, _count: { select: { products: true } } } as const;

/** All categories in the shop's order, with their texts in every language. */
export async function listCategoryDetails(_session: Session): Promise<CategoryDetails[]> {
  const rows = await db().read.category.findMany({ orderBy: [{ position: 'asc' }, { slug: 'asc' }], include });
  return rows.map(toDetails);
}

/** Null if there is no such category. */
export async function getCategoryDetails(
  _session: Session,
  slug: string,
  reader: Pick<Tx, 'category'> = db().read,
): Promise<CategoryDetails | null> {
  const row = await reader.category.findUnique({ where: { slug }, include });
  return row && toDetails(row);
}

export const noCategoryText: CategoryText = { name: '', intro: '' };

type Row = {
  readonly slug: string;
  readonly version: number;
  readonly texts: readonly (CategoryText & { readonly language: string })[];
  readonly _count: { readonly products: number };
};

function toDetails({ slug, version, texts, _count }: Row): CategoryDetails {
  const textIn = (language: Language): CategoryText => {
    const { name, intro } = texts.find((text) => text.language === language) ?? noCategoryText;
    return { name, intro };
  };
  return { slug, version, texts: inEachLanguage(textIn), products: _count.products };
}

/** The options of a form's category field. A category without a name in the language is shown by its slug. */
export async function listCategoryChoices(
  _session: Session,
  language: Language,
): Promise<{ readonly slug: string; readonly name: string }[]> {
  const rows = await db().read.category.findMany({
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: { slug: true, texts: { where: { language }, select: { name: true } } },
  });
  return rows.map(({ slug, texts }) => ({ slug, name: texts[0]?.name || slug }));
}

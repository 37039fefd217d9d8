import { type AuditChange, recordAudit } from '../../audit/record-audit';
import { db, type Tx } from '../../db/client';
import { inEachLanguage, isFullLanguage, languages } from '../../i18n/languages';
import { actorOf, type Session } from '../session';
import { type CategoryDetails, categoryTextFields, categoryTextLimits, getCategoryDetails } from './categories';
import { cleanText, type ProductForm as Form, toOneLine } from './parse-product-form';
import { CATEGORY_ORDER, categoryScope } from './scopes';
import { isSlug, toSlug } from './slug';

type CategoryTexts = CategoryDetails['texts'];
type CategoryProblem = 'overtaken' | 'text' | 'slug' | 'slug-taken';
export type SavedCategory =
  | { readonly ok: true; readonly slug: string }
  | { readonly ok: false; readonly problem: CategoryProblem };

/** Creates a category as the last one. Without a `slug` in the form, the English name becomes one. */
export async function addCategory(session: Session, form: Form): Promise<SavedCategory> {
  const texts = parseCategoryTexts(form);
  if (!texts) return { ok: false, problem: 'text' };
  const slug = toOneLine(cleanText(form.slug)) || toSlug(texts.en.name);
  return db().write((tx) => createCategory(tx, session, slug, texts), [categoryScope(slug), CATEGORY_ORDER]);
}

/** Creates a category as the last one, in the caller's transaction. */
async function createCategory(tx: Tx, session: Session, slug: string, texts: CategoryTexts): Promise<SavedCategory> {
  if (!isSlug(slug)) return { ok: false, problem: 'slug' };
  if (await tx.category.findUnique({ where: { slug } })) return { ok: false, problem: 'slug-taken' };
  const { _max } = await tx.category.aggregate({ _max: { position: true } });
  await tx.category.create({ data: { slug, position: (_max.position ?? -1) + 1 } });
  await saveTexts(tx, slug, texts);
  await recordTexts(tx, session, slug, null, texts);
  return { ok: true, slug };
}

/** Applies a form to a category's texts. Null if there is no such category. `version` is the one that the form showed. */
export async function saveCategory(session: Session, slug: string, form: Form): Promise<SavedCategory | null> {
  return db().write(async (tx) => {
    const category = await getCategoryDetails(session, slug, tx);
    if (!category) return null;
    if (form.version !== String(category.version)) return { ok: false, problem: 'overtaken' };
    const texts = parseCategoryTexts(form);
    if (!texts) return { ok: false, problem: 'text' };
    await tx.category.update({ where: { slug }, data: { version: { increment: 1 } } });
    await saveTexts(tx, slug, texts);
    await recordTexts(tx, session, slug, category.texts, texts);
    return { ok: true, slug };
  }, categoryScope(slug));
}

/** Deletes a category without products. Null if there is no such category; false if it has products. */
export async function deleteCategory(session: Session, slug: string): Promise<boolean | null> {
  return db().write(
    async (tx) => {
      const category = await getCategoryDetails(session, slug, tx);
      if (!category) return null;
      const { count } = await tx.category.deleteMany({ where: { slug, products: { none: {} } } });
      if (count === 0) return false;
      await recordTexts(tx, session, slug, category.texts, null);
      return true;
    },
    [categoryScope(slug), CATEGORY_ORDER],
  );
}

/**
 * Records the changed texts in the audit list. `before` is null for a new category, `after` for one that is deleted or
 * loses its texts.
 */
export async function recordTexts(
  tx: Tx,
  session: Session,
  slug: string,
  before: CategoryTexts | null,
  after: CategoryTexts | null,
): Promise<void> {
  const changes = languages.flatMap((language) =>
    categoryTextFields.flatMap((field): AuditChange[] => {
      const [old, next] = [before?.[language][field] ?? '', after?.[language][field] ?? ''];
      return old === next ? [] : [{ field, part: language, before: before && old, after: after && next }];
    }),
  );
  // A deleted category without texts is recorded by its slug.
  const isUnnamed = before !== null && after === null && changes.length === 0;
  if (isUnnamed) changes.push({ field: 'name', before: slug, after: null });
  await recordAudit(tx, actorOf(session), { kind: 'category', id: slug }, changes);
}

/** Null if a text is too long, or a language that needs a name has none. */
function parseCategoryTexts(form: Form): CategoryTexts | null {
  const texts = inEachLanguage((language) => ({
    name: toOneLine(cleanText(form[`name-${language}`])),
    intro: toOneLine(cleanText(form[`intro-${language}`])),
  }));
  const isComplete = languages.every((language) => {
    const text = texts[language];
    const isShort = categoryTextFields.every((field) => text[field].length <= categoryTextLimits[field]);
    return isShort && (text.name !== '' || (!isFullLanguage(language) && text.intro === ''));
  });
  return isComplete ? texts : null;
}

async function saveTexts(tx: Tx, categorySlug: string, texts: CategoryTexts): Promise<void> {
  for (const language of languages) {
    const text = texts[language];
    if (text.name === '') await tx.categoryText.deleteMany({ where: { categorySlug, language } });
    else {
      const where = { categorySlug_language: { categorySlug, language } };
      await tx.categoryText.upsert({ where, create: { categorySlug, language, ...text }, update: text });
    }
  }
}

import { type AuditChange, recordAudit } from '../../audit/record-audit';
import { type Option, storeOptions } from '../../catalogue/options';
import { now } from '../../clock';
import type { Tx } from '../../db/client';
import { fullLanguages, inEachLanguage, isFullLanguage, type Language, languages } from '../../i18n/languages';
import { merchant } from '../../merchant';
import { money } from '../../money';
import { indexProducts } from '../../search/index-products';
import {
  noText,
  type ProductDetails,
  type ProductOptions,
  type ProductText,
  productTextFields,
} from '../get-product-details';
import { changedFields, factsOf, fieldValue, type ProductFacts } from '../product-facts';
import { actorOf, type Session } from '../session';
import { bySlug, listFamily, relistFamily } from './families';
import { lastPosition } from './positions';
import { listMissing, listValueProblems, type Missing, type ProductValues, type ValueProblem } from './product-values';
import { isSlug } from './slug';

export type WriteProblem =
  | ValueProblem
  | 'overtaken'
  | 'archived'
  | 'sku-taken'
  | 'category-unknown'
  | 'slug'
  | 'slug-taken'
  | 'slug-ordered'
  | 'category';

/**
 * The categories whose pages changed and whether other variants moved too, or why nothing was written: every problem,
 * and what the product lacks to be on sale.
 */
export type Written =
  | { readonly ok: true; readonly slug: string; readonly categories: readonly string[]; readonly familyMoved?: true }
  | { readonly ok: false; readonly problems: readonly WriteProblem[]; readonly missing: readonly Missing[] };

/**
 * Creates a product at a free `position`, by default at the end of its category. Refuses a slug that is invalid, taken
 * or used in an order. For a variant, the caller checks the options and calls `relistFamily`.
 */
export async function createProduct(
  tx: Tx,
  session: Session,
  slug: string,
  values: ProductValues,
  images: readonly string[],
  { family = null, position }: { readonly family?: string | null; readonly position?: number } = {},
): Promise<Written> {
  const slugProblem = await findSlugProblem(tx, slug);
  const refusal = await findRefusal(tx, { slug, before: null, values, images });
  if (slugProblem || refusal) {
    const { problems = [], missing = [] } = refusal ?? {};
    return { ok: false, problems: [...(slugProblem ? [slugProblem] : []), ...problems], missing };
  }
  const { sku, categorySlug, price, vatRate, stock, image, published, texts } = values;
  const place = position ?? (await lastPosition(tx, categorySlug)) + 1;
  await tx.product.create({
    data: {
      ...{ slug, sku, family, categorySlug, position: place, image, vatRate, stock, published },
      price: price.amount,
      currency: price.currency,
      createdAt: now(),
    },
  });
  await saveTexts(tx, slug, texts, values.options);
  // From now on the slug is the merchant's, not the demonstration's.
  await tx.seededGood.updateMany({ where: { slug }, data: { demoDigest: null } });
  const facts = { ...values, archived: false };
  await recordAudit(tx, actorOf(session), { kind: 'product', id: slug }, auditChanges(noFacts, facts));
  return { ok: true, slug, categories: [categorySlug] };
}

/**
 * Changes a product that was read in this transaction. Its stock changes by the difference between `values` and
 * `product`, so that sales in between still count.
 */
export async function changeProduct(
  tx: Tx,
  session: Session,
  product: ProductDetails,
  values: ProductValues,
  images: readonly string[],
): Promise<Written> {
  const { slug, version } = product;
  const refusal = await findRefusal(tx, { slug, before: product, values, images });
  if (refusal) return refusal;
  const categories = [...new Set([product.categorySlug, values.categorySlug])];
  const after = { ...values, archived: product.archived && !values.published };
  if (changedFields(product, after).length === 0) return { ok: true, slug, categories };
  const stockChange = values.stock - product.stock;
  const { sku, categorySlug, price, vatRate, image, published } = values;
  const places = categories.length > 1 ? await listPlaces(tx, product, categorySlug) : new Map<string, number>();
  const position = places.get(slug) ?? null;
  const [saved] = await tx.product.updateManyAndReturn({
    where: { slug, version, stock: { gte: -stockChange } },
    data: {
      ...{ sku, categorySlug, vatRate, image, published },
      ...(position === null ? {} : { position }),
      price: price.amount,
      currency: price.currency,
      stock: { increment: stockChange },
      version: { increment: 1 },
    },
  });
  if (!saved) return refuse('overtaken');
  await saveTexts(tx, slug, values.texts, values.options);
  // A sale may have changed the stock since the product was read.
  await recordProductChange(
    tx,
    session,
    { ...product, stock: saved.stock - stockChange },
    { ...after, stock: saved.stock },
  );
  if (product.family !== null && position !== null) await moveFamily(tx, session, product.family, categorySlug, places);
  await relistFamily(tx, product.family);
  return { ok: true, slug, categories, ...(places.size > 1 ? { familyMoved: true } : {}) };
}

/**
 * The positions at the end of a category for a product and the other variants of its family, in their current order.
 */
async function listPlaces(
  tx: Tx,
  { slug, family }: ProductDetails,
  categorySlug: string,
): Promise<ReadonlyMap<string, number>> {
  const first = (await lastPosition(tx, categorySlug)) + 1;
  const members = family === null ? [{ slug }] : await listFamily(tx, family);
  return new Map(members.map((member, index) => [member.slug, first + index]));
}

/** Moves the other variants along, because a family has one category. */
async function moveFamily(
  tx: Tx,
  session: Session,
  family: string,
  categorySlug: string,
  places: ReadonlyMap<string, number>,
): Promise<void> {
  for (const member of bySlug(await listFamily(tx, family))) {
    const position = places.get(member.slug);
    if (member.categorySlug === categorySlug || position === undefined) continue;
    const data = { categorySlug, position, version: { increment: 1 } };
    const { stock } = await tx.product.update({ where: { slug: member.slug }, data });
    await recordProductChange(tx, session, { ...member, stock }, { ...member, stock, categorySlug });
  }
}

/**
 * Stores a product's values before a change, and records the change in the audit list. Call it in the transaction that
 * makes the change.
 */
export async function recordProductChange(
  tx: Tx,
  session: Session,
  before: ProductDetails,
  after: ProductFacts,
): Promise<void> {
  const { slug, version } = before;
  const facts = JSON.stringify(factsOf(before));
  await tx.productVersion.create({
    data: { productSlug: slug, version, facts, replacedAt: now(), replacedBy: session.actor },
  });
  await recordAudit(tx, actorOf(session), { kind: 'product', id: slug }, auditChanges(before, after));
}

/** The values of a copy, which is not on sale. A price in a currency that the shop no longer uses is left out. */
export function copyOf(product: ProductDetails): ProductDetails {
  const { price } = product;
  const kept = price.currency === merchant.currency ? price : money(0, merchant.currency);
  return { ...product, price: kept, sku: null, stock: 0, published: false };
}

/** The facts of a product that does not exist. */
export const noFacts: ProductFacts = {
  ...{ sku: null, categorySlug: '', price: money(0, merchant.currency), vatRate: 0, stock: 0, image: '' },
  ...{ published: false, archived: false, texts: inEachLanguage(() => noText), options: inEachLanguage(() => []) },
};

/** The changed fields for the audit list. Null stands for the values of a product that does not exist. */
export function auditChanges(before: ProductFacts, after: ProductFacts): AuditChange[] {
  return changedFields(before, after).map((field) => ({
    field: field.name,
    ...('language' in field ? { part: field.language } : {}),
    before: before === noFacts ? null : fieldValue(before, field),
    after: after === noFacts ? null : fieldValue(after, field),
  }));
}

export function refuse(...problems: WriteProblem[]): Written & { ok: false } {
  return { ok: false, problems, missing: [] };
}

async function findSlugProblem(tx: Tx, slug: string): Promise<WriteProblem | null> {
  if (!isSlug(slug)) return 'slug';
  if (await tx.product.findUnique({ where: { slug }, select: { slug: true } })) return 'slug-taken';
  const line = await tx.orderLine.findFirst({ where: { slug }, select: { orderId: true } });
  return line ? 'slug-ordered' : null;
}

type Given = {
  readonly slug: string;
  readonly before: ProductDetails | null;
  readonly values: ProductValues;
  readonly images: readonly string[];
};

async function findRefusal(tx: Tx, { slug, before, values, images }: Given): Promise<(Written & { ok: false }) | null> {
  const problems: WriteProblem[] = listValueProblems(values, before, images);
  const { sku, categorySlug, published } = values;
  if (before?.archived && published) problems.push('archived');
  const category = await tx.category.findUnique({ where: { slug: categorySlug }, include: { texts: true } });
  if (!category) problems.push('category-unknown');
  if (sku !== null && sku !== before?.sku) {
    const other = await tx.product.findFirst({ where: { sku, slug: { not: slug } }, select: { slug: true } });
    if (other) problems.push('sku-taken');
  }
  const missing: Missing[] = published && problems.length === 0 ? listMissing(values) : [];
  // A product that is already on sale can be changed even if its category lacks a name. Moving it moves its whole family.
  const isMoved = before !== null && before.categorySlug !== categorySlug;
  const family = isMoved ? before.family : null;
  const moves = family !== null && (await tx.product.count({ where: { family, published: true } })) > 0;
  if (category && ((published && (isMoved || !before?.published)) || moves)) {
    const named = new Set(category.texts.filter(({ name }) => name !== '').map(({ language }) => language));
    const unnamed = fullLanguages.filter((language) => !named.has(language));
    missing.push(...unnamed.map((language) => ({ what: 'category', language }) as const));
  }
  problems.push(...new Set(missing.map(({ what }) => what)));
  return problems.length > 0 ? { ok: false, problems, missing } : null;
}

/** Writes a product's texts, and updates the search index. */
export async function saveTexts(
  tx: Tx,
  slug: string,
  texts: ProductFacts['texts'],
  options: ProductOptions,
): Promise<void> {
  for (const language of languages) await saveText(tx, slug, language, texts[language], options[language]);
  await indexProducts(tx, [slug]);
}

/** Writes a text, or deletes it if it is empty. In an optional language, the shop then shows the English text. */
async function saveText(
  tx: Tx,
  productSlug: string,
  language: Language,
  text: ProductText,
  options: readonly Option[],
): Promise<void> {
  const isEmpty = productTextFields.every((field) => text[field] === '');
  if (isEmpty && (options.length === 0 || !isFullLanguage(language))) {
    await tx.productText.deleteMany({ where: { productSlug, language } });
    return;
  }
  const data = { ...text, options: storeOptions(options) };
  const where = { productSlug_language: { productSlug, language } };
  await tx.productText.upsert({ where, create: { productSlug, language, ...data }, update: data });
}

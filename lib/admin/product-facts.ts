import type { AuditValue } from '../audit/audit-value';
import { describeOptions } from '../catalogue/options';
import { db } from '../db/client';
import { type Language, languages } from '../i18n/languages';
import { getProductDetails, type ProductDetails, type ProductText, productTextFields } from './get-product-details';
import type { Session } from './session';

/** The fields of a product that a merchant can change. */
export type ProductFacts = Pick<ProductDetails, 'price' | OwnField | 'texts' | 'options'>;

const ownFields = ['sku', 'categorySlug', 'vatRate', 'stock', 'image', 'published', 'archived'] as const;
type OwnField = (typeof ownFields)[number];

export type ProductField =
  | { readonly name: 'price' | OwnField }
  | { readonly name: keyof ProductText | 'options'; readonly language: Language };

export type ProductChanges = {
  /** Who saved the product last, and when. */
  readonly by: string;
  readonly at: Date;
  readonly before: ProductFacts;
  readonly now: ProductFacts;
  readonly fields: readonly ProductField[];
};

export function factsOf(product: ProductFacts): ProductFacts {
  const { sku, categorySlug, price, vatRate, stock, image, published, archived, texts, options } = product;
  return { sku, categorySlug, price, vatRate, stock, image, published, archived, texts, options };
}

/** The fields that differ between two versions of a product. */
export function changedFields(before: ProductFacts, after: ProductFacts): ProductField[] {
  const isSamePrice = before.price.amount === after.price.amount && before.price.currency === after.price.currency;
  const own = ownFields.filter((name) => before[name] !== after[name]);
  const texts = languages.flatMap((language) =>
    productTextFields
      .filter((name) => (before.texts[language]?.[name] ?? '') !== after.texts[language][name])
      .map((name) => ({ name, language })),
  );
  const options = languages
    .filter((language) => describeOptions(before.options[language]) !== describeOptions(after.options[language]))
    .map((language) => ({ name: 'options' as const, language }));
  return [...(isSamePrice ? [] : [{ name: 'price' as const }]), ...own.map((name) => ({ name })), ...texts, ...options];
}

export function fieldValue(facts: ProductFacts, field: ProductField): AuditValue {
  if (!('language' in field)) return facts[field.name];
  return field.name === 'options'
    ? describeOptions(facts.options[field.language])
    : (facts.texts[field.language]?.[field.name] ?? '');
}

/**
 * The changes to a product since the version that a form shows. Null if there are none, or if the product or that
 * version does not exist.
 */
export async function getChangesSince(session: Session, slug: string, version: number): Promise<ProductChanges | null> {
  const where = { productSlug: slug, version: { gte: version } };
  const rows = await db().read.productVersion.findMany({ where, orderBy: { version: 'asc' } });
  const product = await getProductDetails(session, slug);
  const [shown, last] = [rows.at(0), rows.at(-1)];
  if (!product || !last || shown?.version !== version) return null;
  // An earlier release stored fewer fields. The missing ones have not changed since.
  const before: ProductFacts = { ...factsOf(product), ...JSON.parse(shown.facts) };
  const fields = changedFields(before, product);
  return { by: last.replacedBy, at: last.replacedAt, before, now: factsOf(product), fields };
}

import { MAX_OPTIONS, type Option } from '../../catalogue/options';
import { db, type Tx } from '../../db/client';
import { inEachLanguage, isFullLanguage, type Language, languages } from '../../i18n/languages';
import { newKey } from '../../ids';
import { getProductDetails, type ProductDetails, type ProductOptions } from '../get-product-details';
import type { Session } from '../session';
import { copyFurtherPictures } from './change-pictures';
import { bySlug, findOptionProblem, listFamily, MAX_VARIANTS, type OptionProblem, relistFamily } from './families';
import { findFreeSlug } from './free-slug';
import { positionAfter } from './positions';
import { productScopes } from './scopes';
import { toSlug } from './slug';
import { copyOf, createProduct, recordProductChange, saveTexts, type WriteProblem } from './write-product';

type VariantProblem = OptionProblem | 'overtaken' | 'many' | WriteProblem;
export type VariantSaved =
  | { readonly ok: true; readonly slug: string; readonly category: string }
  | { readonly ok: false; readonly problem: VariantProblem };

/**
 * Adds a variant to a product's family: a copy with the options `added`, without stock and article number, not on sale.
 * The first variant makes the product a family, in which the product itself has the options `own`. For later variants,
 * `own` is ignored. Null if there is no such product.
 */
export async function addVariant(
  session: Session,
  slug: string,
  { own, added }: { readonly own: ProductOptions; readonly added: ProductOptions },
): Promise<VariantSaved | null> {
  const found = await getProductDetails(session, slug);
  if (!found) return null;
  const values = added.en.map(({ value }) => value);
  const variant = await findFreeSlug(toSlug([found.texts.en.name || slug, ...values].join(' ')) || slug);
  const newFamily = newKey();
  const { categorySlug } = found;
  return db().write(
    async (tx): Promise<VariantSaved | null> => {
      const product = await getProductDetails(session, slug, tx);
      if (!product) return null;
      if (product.categorySlug !== categorySlug) return refuse('overtaken');
      const family = product.family ?? newFamily;
      const members = product.family === null ? [{ ...product, options: own }] : await listFamily(tx, family);
      if (members.length >= MAX_VARIANTS) return refuse('many');
      const problem = findOptionProblem([...members.map(({ options }) => options), added]);
      if (problem) return refuse(problem);
      const copy = { ...copyOf(product), options: added };
      const created = await createProduct(tx, session, variant, copy, [product.image], {
        family,
        position: await positionAfter(tx, product),
      });
      if (!created.ok) return refuse(created.problems[0] ?? 'overtaken');
      await copyFurtherPictures(tx, session, product, variant);
      if (product.family === null) await setOptions(tx, session, product, own, family);
      await relistFamily(tx, family);
      return { ok: true, slug: variant, category: categorySlug };
    },
    [...productScopes(slug, found), `product ${variant}`],
  );
}

/**
 * Gives the variants of a product's family new options. If a family's only variant gets none, it becomes a product on
 * its own. `versions` are those that the form showed. Null if there is no such product, or it has no family.
 */
export async function saveOptions(
  session: Session,
  slug: string,
  { optionsOf, versions }: { readonly optionsOf: (slug: string) => ProductOptions; readonly versions: string },
): Promise<VariantSaved | null> {
  const found = await getProductDetails(session, slug);
  if (!found?.family) return null;
  const { family, categorySlug } = found;
  const shown = await listFamily(db().read, family);
  return db().write(
    async (tx): Promise<VariantSaved> => {
      const members = await listFamily(tx, family);
      if (versionsOf(members) !== versions || members.some((one) => one.categorySlug !== categorySlug)) {
        return refuse('overtaken');
      }
      const changed = members.map((member) => ({ member, after: optionsOf(member.slug) }));
      const dissolves =
        changed.length === 1 && changed.every(({ after }) => languages.every((l) => after[l].length === 0));
      const problem = dissolves ? null : findOptionProblem(changed.map(({ after }) => after));
      if (problem) return refuse(problem);
      const sorted = bySlug(changed.map((one) => ({ ...one, slug: one.member.slug })));
      for (const { member, after } of sorted) {
        if (JSON.stringify(member.options) !== JSON.stringify(after))
          await setOptions(tx, session, member, after, dissolves ? null : family);
      }
      return { ok: true, slug, category: categorySlug };
    },
    shown.flatMap((member) => productScopes(member.slug, member)),
  );
}

/** The variants of a product's family in the merchant's order; none without a family. */
export async function listVariantDetails(_session: Session, { family }: ProductDetails): Promise<ProductDetails[]> {
  return family === null ? [] : listFamily(db().read, family);
}

/** The versions of all variants, sent with a form to detect that somebody else has changed one. */
export function versionsOf(members: readonly ProductDetails[]): string {
  return bySlug(members)
    .map(({ slug, version }) => `${slug} ${version}`)
    .join();
}

async function setOptions(
  tx: Tx,
  session: Session,
  product: ProductDetails,
  options: ProductOptions,
  family: string | null,
): Promise<void> {
  const { slug, version } = product;
  const data = { family, version: version + 1, ...(family === null ? { listed: true } : {}) };
  const { stock } = await tx.product.update({ where: { slug }, data });
  // An optional language has options only if it has texts.
  const kept = inEachLanguage((language) => (hasText(product, language) ? options[language] : []));
  await saveTexts(tx, slug, product.texts, kept);
  await recordProductChange(tx, session, { ...product, stock }, { ...product, stock, options: kept });
}

function hasText({ texts }: ProductDetails, language: Language): boolean {
  return isFullLanguage(language) || texts[language].name !== '';
}

function refuse(problem: VariantProblem): VariantSaved {
  return { ok: false, problem };
}

/**
 * The form's options: `name-<language>-<n>` and `<prefix>-<language>-<n>`, numbered from 0. Empty ones at the end are
 * left out.
 */
export function parseOptionFields(form: Readonly<Record<string, string>>, prefix: string): ProductOptions {
  const fieldOf = (name: string) => (form[name] ?? '').replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return inEachLanguage((language) => {
    if (!languages.some((served) => served === language)) return [];
    const all = Array.from(
      { length: MAX_OPTIONS },
      (_, index): Option => ({
        name: fieldOf(`name-${language}-${index}`),
        value: fieldOf(`${prefix}-${language}-${index}`),
      }),
    );
    const last = all.findLastIndex(({ name, value }) => name !== '' || (value !== '' && isFullLanguage(language)));
    return all.slice(0, last + 1);
  });
}

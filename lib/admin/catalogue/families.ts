import { MAX_OPTION_LENGTH, MAX_OPTIONS, type Option } from '../../catalogue/options';
import type { Tx } from '../../db/client';
import { fullLanguages, isFullLanguage, languages } from '../../i18n/languages';
import { merchant } from '../../merchant';
import { type ProductDetails, type ProductOptions, toProductDetails } from '../get-product-details';

// A variant is a separate product. The rows of one family are variants of one article: all are in one category and
// have the same options by name, each with other values. Every write that changes a family holds the scope of its
// category.

export const MAX_VARIANTS = 50;

const inOrder = [{ position: 'asc' }, { slug: 'asc' }] as const;

/** The family's variants in the merchant's order, including archived ones. */
export async function listFamily(reader: Pick<Tx, 'product'>, family: string): Promise<ProductDetails[]> {
  const rows = await reader.product.findMany({ where: { family }, orderBy: [...inOrder], include: { texts: true } });
  return rows.map(toProductDetails);
}

/**
 * Marks the variant that product lists show: the first one that is on sale. Call it in every transaction that changes
 * which variants are on sale, their order, or the family's members.
 */
export async function relistFamily(tx: Tx, family: string | null): Promise<void> {
  if (family === null) return;
  const rows = await tx.product.findMany({
    where: { family },
    orderBy: [...inOrder],
    select: { slug: true, published: true, currency: true, archivedAt: true, listed: true },
  });
  const isOnSale = ({ published, currency }: (typeof rows)[number]) => published && currency === merchant.currency;
  const shown = rows.find(isOnSale) ?? rows.find(({ archivedAt }) => archivedAt === null) ?? rows[0];
  for (const { slug, listed } of bySlug(rows)) {
    const isShown = slug === shown?.slug;
    if (listed !== isShown) await tx.product.update({ where: { slug }, data: { listed: isShown } });
  }
}

/** Sorts rows into the order in which sales lock products. */
export function bySlug<Row extends { readonly slug: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
}

export type OptionProblem = 'options' | 'options-same';

/**
 * Null if these options can form a family. Every language that needs texts has the same number of named options with
 * values; another language has as many, or none. No two variants have the same values.
 */
export function findOptionProblem(members: readonly ProductOptions[]): OptionProblem | null {
  const [first] = members;
  if (!first) return null;
  const count = first.en.length;
  const isGood = members.every((options) =>
    languages.every((language) => matchesFirst(options, first, language, count)),
  );
  if (!isGood || count === 0 || count > MAX_OPTIONS) return 'options';
  const hasDuplicates = fullLanguages.some((language) => {
    const combinations = members.map((options) => JSON.stringify(options[language].map(({ value }) => fold(value))));
    return new Set(combinations).size < members.length;
  });
  return hasDuplicates ? 'options-same' : null;
}

function matchesFirst(
  options: ProductOptions,
  first: ProductOptions,
  language: keyof ProductOptions,
  count: number,
): boolean {
  const own = options[language];
  if (own.length === 0 && !isFullLanguage(language)) return true;
  const names = own.map(({ name }) => fold(name));
  const isText = (text: string) => text.trim() !== '' && text.length <= MAX_OPTION_LENGTH;
  return (
    own.length === count &&
    new Set(names).size === count &&
    own.every(({ name, value }) => isText(name) && isText(value)) &&
    own.every(({ name }, index) => isSameName(name, first[language], index))
  );
}

function isSameName(name: string, options: readonly Option[], index: number): boolean {
  return options.length === 0 || options[index]?.name === name;
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

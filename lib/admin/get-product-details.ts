import { type Option, parseOptions } from '../catalogue/options';
import { db, type Tx } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { inEachLanguage, type Language } from '../i18n/languages';
import { type Money, storedMoney } from '../money';
import type { Session } from './session';

export const productTextFields = ['name', 'summary', 'description', 'imageAlt'] as const;
export type ProductText = Record<(typeof productTextFields)[number], string>;

export type ProductDetails = {
  readonly slug: string;
  /** The merchant's article number. */
  readonly sku: string | null;
  readonly categorySlug: string;
  readonly image: string;
  readonly price: Money;
  readonly vatRate: number;
  readonly stock: number;
  readonly reserved: number;
  readonly sold: number;
  readonly published: boolean;
  /** Off sale and hidden from lists, but not deleted. */
  readonly archived: boolean;
  /** Incremented by each save in the back office. */
  readonly version: number;
  readonly texts: Readonly<Record<Language, ProductText>>;
  /** The variants of one article have the same family. */
  readonly family: string | null;
  /** What distinguishes it from the other variants. */
  readonly options: ProductOptions;
};

/** The options in each language; none in a language that shows the English ones. */
export type ProductOptions = Readonly<Record<Language, readonly Option[]>>;

type ProductRow = Prisma.ProductGetPayload<{ include: { texts: true } }>;

export const noText: ProductText = { name: '', summary: '', description: '', imageAlt: '' };

/** A product with its texts in every language. Null if it does not exist. */
export async function getProductDetails(
  _session: Session,
  slug: string,
  reader: Pick<Tx, 'product'> = db().read,
): Promise<ProductDetails | null> {
  const row = await reader.product.findUnique({ where: { slug }, include: { texts: true } });
  return row && toProductDetails(row);
}

export function toProductDetails(row: ProductRow): ProductDetails {
  const {
    slug,
    sku,
    family,
    categorySlug,
    image,
    price,
    currency,
    vatRate,
    stock,
    reserved,
    sold,
    published,
    version,
  } = row;
  const textIn = (language: Language): ProductText => {
    const { name, summary, description, imageAlt } = row.texts.find((text) => text.language === language) ?? noText;
    return { name, summary, description, imageAlt };
  };
  return {
    ...{ slug, sku, family, categorySlug, image, vatRate, stock, reserved, sold, published, version },
    // An earlier release ignores `archivedAt`, so it may have published the product since.
    archived: row.archivedAt !== null && !published,
    price: storedMoney(price, currency),
    texts: inEachLanguage(textIn),
    options: inEachLanguage((language) =>
      parseOptions(row.texts.find((text) => text.language === language)?.options ?? '[]'),
    ),
  };
}

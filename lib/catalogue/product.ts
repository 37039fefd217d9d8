import type { Prisma } from '../db/generated/client';
import type { Language } from '../i18n/languages';
import { merchant } from '../merchant';
import { type Money, storedMoney } from '../money';
import { type Availability, toAvailability } from './availability';
import { type Option, pickOptions } from './options';
import { pickText, textLanguages } from './pick-text';

/** A product in a list, in one language. */
export interface ProductCard {
  slug: string;
  categorySlug: string;
  name: string;
  summary: string;
  image: string;
  imageAlt: string;
  /** Including VAT. */
  price: Money;
  availability: Availability;
  /** What the list shows instead of this variant's own price and availability; null for a product without variants. */
  variants: VariantSummary | null;
}

/**
 * The variants of a family that are for sale. `from` is their lowest price, and `differs` says whether some cost more;
 * both consider only variants in stock, if there are any.
 */
interface VariantSummary {
  count: number;
  from: Money;
  differs: boolean;
  availability: Availability;
}

/**
 * A product with everything its page and an order need. `vatRate` is in hundredths of a percent; `stock` counts the
 * units for sale.
 */
export interface Product extends ProductCard {
  description: string;
  vatRate: number;
  stock: number;
  sku: string | null;
  /** The variants of one article have the same family. */
  family: string | null;
  options: readonly Option[];
}

/** A product priced in another currency is not for sale until it gets a new price; prices are never converted. */
export function isForSale() {
  return { published: true, currency: merchant.currency } satisfies Prisma.ProductWhereInput;
}

/** Lists show one variant per family. */
export function isInLists() {
  return { ...isForSale(), listed: true } satisfies Prisma.ProductWhereInput;
}

/** A product without a text to show in the language is not for sale there. */
export function hasText(language: Language) {
  return { texts: { some: { language: { in: textLanguages(language) } } } } satisfies Prisma.ProductWhereInput;
}

/** Selects the columns that `toProduct` needs, with the product's texts for one language. */
export function selectProduct(language: Language) {
  return {
    slug: true,
    sku: true,
    family: true,
    categorySlug: true,
    image: true,
    price: true,
    currency: true,
    vatRate: true,
    stock: true,
    texts: {
      where: { language: { in: textLanguages(language) } },
      select: { language: true, name: true, summary: true, description: true, imageAlt: true, options: true },
    },
  } satisfies Prisma.ProductSelect;
}

type ProductRow = Prisma.ProductGetPayload<{ select: ReturnType<typeof selectProduct> }>;

/** Null if the product has no text to show in the language, and so is not for sale there. */
export function toProduct(row: ProductRow, language: Language): Product | null {
  const text = pickText(row.texts, language);
  if (!text) return null;
  const { name, summary, description, imageAlt } = text;
  return {
    slug: row.slug,
    sku: row.sku,
    family: row.family,
    options: pickOptions(row.texts, language),
    variants: null,
    categorySlug: row.categorySlug,
    image: row.image,
    price: storedMoney(row.price, row.currency),
    vatRate: row.vatRate,
    stock: row.stock,
    availability: toAvailability(row.stock),
    ...{ name, summary, description, imageAlt },
  };
}

import type { Prisma } from '../db/generated/client';
import type { Language } from '../i18n/languages';
import { merchant } from '../merchant';
import { type Money, storedMoney } from '../money';
import { type Availability, toAvailability } from './availability';

/** A product as a list shows it, in one language. */
export interface ProductCard {
  slug: string;
  categorySlug: string;
  name: string;
  summary: string;
  image: string;
  imageAlt: string;
  /** VAT included. */
  price: Money;
  availability: Availability;
}

/** A product with all that its own page and an order need. `vatRate` is in hundredths of a per cent, `stock` the units that may be sold. */
export interface Product extends ProductCard {
  description: string;
  vatRate: number;
  stock: number;
}

/** A product with a price in another currency than the merchant's waits for a new price: no rate of exchange is guessed. */
export function isForSale() {
  return { published: true, currency: merchant.currency } satisfies Prisma.ProductWhereInput;
}

/** The columns of a product and its texts in one language; what is read with it goes through `toProduct`. */
export function selectProduct(language: Language) {
  return {
    slug: true,
    categorySlug: true,
    image: true,
    price: true,
    currency: true,
    vatRate: true,
    stock: true,
    texts: {
      where: { language },
      select: { name: true, summary: true, description: true, imageAlt: true },
    },
  } satisfies Prisma.ProductSelect;
}

type ProductRow = Prisma.ProductGetPayload<{ select: ReturnType<typeof selectProduct> }>;

/** Null when the product has no texts in that language: it is not for sale there. */
export function toProduct(row: ProductRow): Product | null {
  const text = row.texts[0];
  if (!text) return null;
  return {
    slug: row.slug,
    categorySlug: row.categorySlug,
    image: row.image,
    price: storedMoney(row.price, row.currency),
    vatRate: row.vatRate,
    stock: row.stock,
    availability: toAvailability(row.stock),
    ...text,
  };
}

import { db } from '../db/client';
import type { Language } from '../i18n/languages';
import { type Money, storedMoney } from '../money';
import { type Availability, toAvailability } from './availability';
import { nameWithOptions, type Option, pickOptions } from './options';
import { pickText, textLanguages } from './pick-text';
import { isForSale } from './product';

export type Variant = {
  readonly slug: string;
  readonly sku: string | null;
  /** Including the values of its options, such as `Shirt, M`. */
  readonly name: string;
  readonly image: string;
  readonly options: readonly Option[];
  readonly price: Money;
  readonly availability: Availability;
};

/**
 * The variants of a family that are for sale, in the merchant's order. Empty if the family has only one variant,
 * whether for sale or not.
 */
export async function listVariants(language: Language, family: string): Promise<Variant[]> {
  const rows = await db().read.product.findMany({
    where: { family },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: {
      ...{ slug: true, sku: true, image: true, price: true, currency: true, stock: true, published: true },
      texts: {
        where: { language: { in: textLanguages(language) } },
        select: { language: true, name: true, options: true },
      },
    },
  });
  if (rows.length < 2) return [];
  const sold = isForSale();
  const forSale = rows.filter(({ published, currency }) => published === sold.published && currency === sold.currency);
  return forSale.flatMap(({ slug, sku, image, price, currency, stock, texts }) => {
    const text = pickText(texts, language);
    if (!text) return [];
    const options = pickOptions(texts, language);
    const name = nameWithOptions(text.name, options);
    return {
      ...{ slug, sku, name, image, options, price: storedMoney(price, currency) },
      availability: toAvailability(stock),
    };
  });
}

import { db } from '../db/client';
import { type Language, languages } from '../i18n/languages';
import { type Money, storedMoney } from '../money';
import type { Session } from './session';

export const productTextFields = ['name', 'summary', 'description', 'imageAlt'] as const;
export type ProductText = Record<(typeof productTextFields)[number], string>;

export type ProductDetails = {
  readonly slug: string;
  readonly categorySlug: string;
  readonly image: string;
  readonly price: Money;
  readonly vatRate: number;
  readonly stock: number;
  readonly reserved: number;
  readonly sold: number;
  readonly published: boolean;
  readonly texts: Readonly<Record<Language, ProductText>>;
};

const noText: ProductText = { name: '', summary: '', description: '', imageAlt: '' };

/** A product with its texts in every language; null where there is none. */
export async function getProductDetails(_session: Session, slug: string): Promise<ProductDetails | null> {
  const row = await db().read.product.findUnique({ where: { slug }, include: { texts: true } });
  if (!row) return null;
  const { categorySlug, image, price, currency, vatRate, stock, reserved, sold, published } = row;
  const textIn = (language: Language): ProductText => {
    const { name, summary, description, imageAlt } = row.texts.find((text) => text.language === language) ?? noText;
    return { name, summary, description, imageAlt };
  };
  const texts = Object.fromEntries(languages.map((language) => [language, textIn(language)]));
  return {
    ...{ slug, categorySlug, image, vatRate, stock, reserved, sold, published },
    price: storedMoney(price, currency),
    texts: texts as Record<Language, ProductText>,
  };
}

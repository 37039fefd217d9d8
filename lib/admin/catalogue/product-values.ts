import { isFullLanguage, type Language, languages } from '../../i18n/languages';
import { maxLengths, skuPattern } from '../../input-limits';
import { merchant } from '../../merchant';
import { highestPrice } from '../../orders/delivery';
import { type ProductText, productTextFields } from '../get-product-details';
import type { ProductFacts } from '../product-facts';

/**
 * The values of a product, as a form or a file states them. A price of 0 means no price yet; an empty `image` means no
 * picture.
 */
export type ProductValues = Omit<ProductFacts, 'archived'>;

/** The maximum length of each text in characters. */
export const productTextLimits: Record<keyof ProductText, number> = {
  name: maxLengths.productName,
  summary: 300,
  description: 5_000,
  imageAlt: 300,
};

/** What a product needs in a language before it can be on sale. */
const neededTexts: readonly (keyof ProductText)[] = ['name', 'description'];

const skuForm = new RegExp(`^${skuPattern}$`);

export type ValueProblem = 'price' | 'price-high' | 'vat' | 'stock' | 'image' | 'text' | 'sku';

/** What a product lacks to be on sale. */
export type Missing = { readonly what: 'price' } | { readonly what: 'text' | 'category'; readonly language: Language };

/** Lists the values that are invalid for every product, on sale or not. `before`: the product's current values. */
export function listValueProblems(
  values: ProductValues,
  before: ProductFacts | null,
  images: readonly string[],
): ValueProblem[] {
  const { sku, price, vatRate, stock, image, texts } = values;
  const isPrice = price.currency === merchant.currency && Number.isInteger(price.amount) && price.amount >= 0;
  const isTooLong = languages.some((language) =>
    productTextFields.some((field) => texts[language][field].length > productTextLimits[field]),
  );
  const problems: readonly (readonly [ValueProblem, boolean])[] = [
    ['sku', sku !== null && !skuForm.test(sku)],
    ['price', !isPrice],
    ['price-high', isPrice && price.amount > highestPrice().amount],
    ['vat', !merchant.vatRates.includes(vatRate) && vatRate !== before?.vatRate],
    ['stock', !Number.isInteger(stock) || stock < 0],
    ['image', image !== '' && image !== before?.image && !images.includes(image)],
    ['text', isTooLong],
  ];
  return problems.filter(([, isProblem]) => isProblem).map(([problem]) => problem);
}

/** Whether a text is invisible: it is empty, or has only characters that no font draws. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}

/**
 * What a product with these values lacks to be on sale. Texts in an optional language are either complete or left out.
 */
export function listMissing({ price, texts }: ProductValues): Missing[] {
  const missing = languages.filter((language) => {
    const text = texts[language];
    const isLeftOut = productTextFields.every((field) => text[field] === '');
    return neededTexts.some((field) => isBlank(text[field])) && (isFullLanguage(language) || !isLeftOut);
  });
  return [
    ...(price.amount > 0 ? [] : [{ what: 'price' } as const]),
    ...missing.map((language) => ({ what: 'text', language }) as const),
  ];
}

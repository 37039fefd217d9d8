import { inEachLanguage, type Language } from '../../i18n/languages';
import { MAX_STOCK } from '../../input-limits';
import { merchant } from '../../merchant';
import { type Money, money } from '../../money';
import { type ProductDetails, type ProductText, productTextFields } from '../get-product-details';
import { parseAmount } from '../parse-amount';
import type { ProductValues, ValueProblem } from './product-values';

export type ProductForm = Readonly<Record<string, string>>;

/**
 * Applies a form to an existing product. Returns the new values, or the invalid fields. A field that the form does not
 * have keeps its value. Only the difference between the typed stock and the stock that the form showed counts.
 */
export function parseProductForm(form: ProductForm, product: ProductDetails): ProductValues | ValueProblem[] {
  const price = parsePrice(form.price);
  const [stock, shownStock] = [parseCount(form.stock), parseCount(form.shownStock)];
  const vatRate = parseVatRate(form.vatRate, product.vatRate);
  if (price === null || stock === null || shownStock === null || vatRate === null) {
    return [
      ...(price === null ? (['price'] as const) : []),
      ...(stock === null || shownStock === null ? (['stock'] as const) : []),
      ...(vatRate === null ? (['vat'] as const) : []),
    ];
  }
  return {
    ...{ price, vatRate },
    sku: form.sku === undefined ? product.sku : parseSku(form.sku),
    categorySlug: form.category ?? product.categorySlug,
    stock: product.stock + stock - shownStock,
    image: form.image ?? product.image,
    published: form.published === 'on',
    texts: inEachLanguage((language) => parseTexts(form, language)),
    options: product.options,
  };
}

/** Null if the text is not an amount. An empty text is 0, which means no price yet. */
export function parsePrice(text = ''): Money | null {
  if (text.trim() === '') return money(0, merchant.currency);
  return parseAmount(text, merchant.currency);
}

export function parseSku(text = ''): string | null {
  return text.trim() || null;
}

export function parseVatRate(text: string | undefined, rate: number): number | null {
  if (text === undefined) return rate;
  return /^\d{1,5}$/.test(text) ? Number(text) : null;
}

export function parseCount(text = ''): number | null {
  const count = /^\d{1,7}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return count <= MAX_STOCK ? count : null;
}

export function parseTexts(form: ProductForm, language: Language): ProductText {
  const text: ProductText = { name: '', summary: '', description: '', imageAlt: '' };
  for (const field of productTextFields) {
    const value = cleanText(form[`${field}-${language}`]);
    text[field] = field === 'description' ? value : toOneLine(value);
  }
  return text;
}

/** Removes control characters except line breaks. */
export function cleanText(text = ''): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, '')
    .trim();
}

export function toOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

import { db } from '../../db/client';
import { fullLanguages, inEachLanguage } from '../../i18n/languages';
import type { Session } from '../session';
import {
  cleanText,
  type ProductForm,
  parseCount,
  parsePrice,
  parseSku,
  parseTexts,
  parseVatRate,
  toOneLine,
} from './parse-product-form';
import { isBlank, type ProductValues, type ValueProblem } from './product-values';
import { productScopes } from './scopes';
import { toSlug } from './slug';
import { createProduct, refuse, type Written } from './write-product';

/**
 * Creates a product from a form with its names. It is not on sale yet. If the form has no `slug`, the slug is made from
 * the first name that contains Latin letters or digits.
 */
export async function addProduct(session: Session, form: ProductForm): Promise<Written> {
  const values = parseNewProduct(form);
  if (Array.isArray(values)) return refuse(...values);
  const names = Object.values(values.texts).map(({ name }) => name);
  const typed = toOneLine(cleanText(form.slug));
  const slug = typed || toSlug(names.find((name) => toSlug(name) !== '') ?? '');
  return db().write((tx) => createProduct(tx, session, slug, values, []), productScopes(slug, values));
}

function parseNewProduct(form: ProductForm): ProductValues | ValueProblem[] {
  const price = parsePrice(form.price);
  const stock = parseCount(form.stock || '0');
  const vatRate = parseVatRate(form.vatRate ?? '', 0);
  const texts = inEachLanguage((language) => parseTexts(form, language));
  if (price === null) return ['price'];
  if (stock === null) return ['stock'];
  if (vatRate === null) return ['vat'];
  if (fullLanguages.some((language) => isBlank(texts[language].name))) return ['text'];
  const options = inEachLanguage(() => []);
  const values = { price, stock, vatRate, texts, options, image: '', published: false };
  return { ...values, sku: parseSku(form.sku), categorySlug: form.category ?? '' };
}

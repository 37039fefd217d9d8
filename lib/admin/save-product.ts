import { db } from '../db/client';
import { type Language, languages } from '../i18n/languages';
import { merchant } from '../merchant';
import { type ProductText, productTextFields } from './get-product-details';
import { parseAmount } from './parse-amount';
import type { Session } from './session';

/** The longest text that each field takes, in characters; the ones that may be empty are not in `needed`. */
export const productTextLimits: Record<keyof ProductText, number> = {
  name: 120,
  summary: 300,
  description: 5_000,
  imageAlt: 300,
};
const needed: readonly (keyof ProductText)[] = ['name', 'description'];

export const MAX_STOCK = 1_000_000;

export type SaveProblem = 'price' | 'stock' | 'image' | 'text';
export type SavedProduct =
  | { readonly ok: true; readonly categorySlug: string }
  | { readonly ok: false; readonly problem: SaveProblem }
  | null;

/**
 * Changes a product as a form says; null where there is none. `stock` is what the merchant typed and `shownStock` what
 * the form had shown: their difference is what changes, so that what was sold meanwhile stays sold. `images` are the
 * pictures that exist.
 */
export async function saveProduct(
  _session: Session,
  slug: string,
  form: Readonly<Record<string, string>>,
  images: readonly string[],
): Promise<SavedProduct> {
  const product = await db().read.product.findUnique({ where: { slug } });
  if (!product) return null;
  const price = parseAmount(form.price ?? '', merchant.currency);
  if (!price) return refuse('price');
  const [stock, shownStock] = [parseCount(form.stock), parseCount(form.shownStock)];
  if (stock === null || shownStock === null) return refuse('stock');
  const image = form.image ?? '';
  if (image !== product.image && !images.includes(image)) return refuse('image');
  const texts = languages.map((language) => parseTexts(form, language));
  if (texts.some((text) => text === null)) return refuse('text');
  const change = stock - shownStock;
  const saved = await db().write(async (tx) => {
    const { count } = await tx.product.updateMany({
      where: { slug, stock: { gte: -change } },
      data: {
        price: price.amount,
        currency: price.currency,
        stock: { increment: change },
        image,
        published: form.published === 'on',
      },
    });
    if (count === 0) return false;
    for (const text of texts) {
      if (!text) continue;
      const { language, ...fields } = text;
      const where = { productSlug_language: { productSlug: slug, language } };
      await tx.productText.upsert({ where, create: { productSlug: slug, language, ...fields }, update: fields });
    }
    return true;
  });
  return saved ? { ok: true, categorySlug: product.categorySlug } : refuse('stock');
}

function refuse(problem: SaveProblem): SavedProduct {
  return { ok: false, problem };
}

function parseCount(text = ''): number | null {
  const count = /^\d{1,7}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return count <= MAX_STOCK ? count : null;
}

function parseTexts(form: Readonly<Record<string, string>>, language: Language) {
  const text: ProductText = { name: '', summary: '', description: '', imageAlt: '' };
  for (const field of productTextFields) {
    // Control characters have no place in a text, line breaks of a description aside.
    const value = (form[`${field}-${language}`] ?? '')
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n]/gu, '')
      .trim();
    if (value.length > productTextLimits[field] || (value === '' && needed.includes(field))) return null;
    text[field] = field === 'description' ? value : value.replace(/\s+/g, ' ');
  }
  return { language, ...text };
}

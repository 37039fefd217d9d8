import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { db, type Tx } from '../db/client';
import { isFullLanguage, type Language, languages } from '../i18n/languages';
import { merchant } from '../merchant';
import { subtract } from '../money';
import { highestPrice } from '../orders/delivery';
import { getProductDetails, type ProductText, productTextFields } from './get-product-details';
import { parseAmount } from './parse-amount';
import { changedFields, factsOf, fieldValue, type ProductFacts } from './product-facts';
import { actorOf, type Session } from './session';

/** The maximum length of each field in characters. Fields in `requiredTexts` must not be empty. */
export const productTextLimits: Record<keyof ProductText, number> = {
  name: 120,
  summary: 300,
  description: 5_000,
  imageAlt: 300,
};
const requiredTexts: readonly (keyof ProductText)[] = ['name', 'description'];

export const MAX_STOCK = 1_000_000;

type SaveProblem = 'overtaken' | 'price' | 'price-high' | 'stock' | 'image' | 'text';
export type SavedProduct =
  | { readonly ok: true; readonly categorySlug: string }
  | { readonly ok: false; readonly problem: SaveProblem }
  | null;

type Form = Readonly<Record<string, string>>;

/**
 * Applies a form to a product. Null if there is no such product. `version` is the version that the form showed; if the
 * product was saved since, the result is `overtaken`. Only the difference between the typed `stock` and the
 * `shownStock` is applied, so that sales in between still count. `images` are the available pictures.
 */
export async function saveProduct(
  session: Session,
  slug: string,
  form: Form,
  images: readonly string[],
): Promise<SavedProduct> {
  return db().write(async (tx) => {
    const product = await getProductDetails(session, slug, tx);
    if (!product) return null;
    const { version, categorySlug } = product;
    if (form.version !== String(version)) return refuse('overtaken');
    const typed = parseProduct(form, product, images);
    if (typeof typed === 'string') return refuse(typed);
    const { texts, price, stock, image, published } = typed;
    const fields = changedFields(product, typed);
    if (fields.length === 0) return { ok: true, categorySlug };
    const more = stock - product.stock;
    const [saved] = await tx.product.updateManyAndReturn({
      where: { slug, version, stock: { gte: -more } },
      data: {
        price: price.amount,
        currency: price.currency,
        stock: { increment: more },
        image,
        published,
        version: { increment: 1 },
      },
    });
    if (!saved) return refuse('overtaken');
    for (const language of languages) {
      await saveText(tx, slug, language, texts[language]);
    }
    // A sale may have changed the stock since the product was read.
    const facts = JSON.stringify({ ...factsOf(product), stock: saved.stock - more });
    await tx.productVersion.create({
      data: { productSlug: slug, version, facts, replacedAt: now(), replacedBy: session.actor },
    });
    const changes = fields.map((field) => ({
      field: field.name,
      ...('language' in field ? { part: field.language } : {}),
      before: fieldValue({ ...product, stock: saved.stock - more }, field),
      after: fieldValue({ ...typed, stock: saved.stock }, field),
    }));
    await recordAudit(tx, actorOf(session), { kind: 'product', id: slug }, changes);
    return { ok: true, categorySlug };
  }, `product ${slug}`);
}

/** Deletes a text without a name. The shop then shows the English text in that language. */
async function saveText(tx: Tx, productSlug: string, language: Language, text: ProductText): Promise<void> {
  if (text.name === '') {
    await tx.productText.deleteMany({ where: { productSlug, language } });
    return;
  }
  const where = { productSlug_language: { productSlug, language } };
  await tx.productText.upsert({ where, create: { productSlug, language, ...text }, update: text });
}

function refuse(problem: SaveProblem): SavedProduct {
  return { ok: false, problem };
}

/** The product's new values, or the first problem. */
function parseProduct(form: Form, product: ProductFacts, images: readonly string[]): ProductFacts | SaveProblem {
  const price = parseAmount(form.price ?? '', merchant.currency);
  if (!price) return 'price';
  if (subtract(highestPrice(), price).amount < 0) return 'price-high';
  const [stock, shownStock] = [parseCount(form.stock), parseCount(form.shownStock)];
  if (stock === null || shownStock === null || product.stock + stock < shownStock) return 'stock';
  const image = form.image ?? '';
  if (image !== product.image && !images.includes(image)) return 'image';
  const texts = { ...product.texts };
  for (const language of languages) {
    const text = parseTexts(form, language);
    if (!text) return 'text';
    texts[language] = text;
  }
  const published = form.published === 'on';
  return { price, stock: product.stock + stock - shownStock, image, published, texts };
}

function parseCount(text = ''): number | null {
  const count = /^\d{1,7}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return count <= MAX_STOCK ? count : null;
}

function parseTexts(form: Form, language: Language): ProductText | null {
  const text: ProductText = { name: '', summary: '', description: '', imageAlt: '' };
  for (const field of productTextFields) {
    // Removes control characters except line breaks.
    const value = (form[`${field}-${language}`] ?? '')
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n]/gu, '')
      .trim();
    if (value.length > productTextLimits[field]) return null;
    text[field] = field === 'description' ? value : value.replace(/\s+/g, ' ');
  }
  if (!isFullLanguage(language) && productTextFields.every((field) => text[field] === '')) return text;
  return requiredTexts.every((field) => text[field] !== '') ? text : null;
}

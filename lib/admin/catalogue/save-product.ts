import { db } from '../../db/client';
import { getProductDetails } from '../get-product-details';
import type { Session } from '../session';
import { type ProductForm, parseProductForm, parseSku } from './parse-product-form';
import { productScopes } from './scopes';
import { changeProduct, refuse, type Written } from './write-product';

/**
 * Applies a form to a product. Null if there is no such product. `version` is the version that the form showed; if the
 * product was saved since, the problem is `overtaken`, before any other. Only the difference between the typed `stock` and
 * the `shownStock` is applied, so that sales in between still count. `images` are the available pictures.
 */
export async function saveProduct(
  session: Session,
  slug: string,
  form: ProductForm,
  images: readonly string[],
): Promise<Written | null> {
  const scopes = productScopes(slug, { categorySlug: form.category ?? '', sku: parseSku(form.sku) });
  return db().write(async (tx) => {
    const product = await getProductDetails(session, slug, tx);
    if (!product) return null;
    if (form.version !== String(product.version)) return refuse('overtaken');
    const values = parseProductForm(form, product);
    return Array.isArray(values) ? refuse(...values) : changeProduct(tx, session, product, values, images);
  }, scopes);
}

import { db } from '../../db/client';
import { getProductDetails } from '../get-product-details';
import type { Session } from '../session';
import { listFamily } from './families';
import { type ProductForm, parseProductForm, parseSku } from './parse-product-form';
import { categoryScope, productScopes } from './scopes';
import { changeProduct, refuse, type Written } from './write-product';

/**
 * Applies a form to a product. Null if there is no such product. `version` is the version that the form showed; if the
 * product was saved since, the only problem reported is `overtaken`. Only the difference between the typed `stock` and
 * the `shownStock` is applied, so that sales in between still count. `images` are the available pictures.
 */
export async function saveProduct(
  session: Session,
  slug: string,
  form: ProductForm,
  images: readonly string[],
): Promise<Written | null> {
  const found = await getProductDetails(session, slug);
  const categorySlug = found?.categorySlug ?? '';
  const target = { categorySlug: form.category ?? categorySlug, sku: parseSku(form.sku) };
  // Moving a variant to another category moves its whole family.
  const isMoved = found?.family && target.categorySlug !== categorySlug;
  const moved = isMoved ? await listFamily(db().read, found.family) : [];
  const scopes = [...productScopes(slug, target), ...moved.flatMap((one) => productScopes(one.slug, one))];
  return db().write(
    async (tx) => {
      const product = await getProductDetails(session, slug, tx);
      if (!product) return null;
      if (form.version !== String(product.version) || product.categorySlug !== categorySlug) return refuse('overtaken');
      const values = parseProductForm(form, product);
      return Array.isArray(values) ? refuse(...values) : changeProduct(tx, session, product, values, images);
    },
    [...scopes, categoryScope(categorySlug)],
  );
}

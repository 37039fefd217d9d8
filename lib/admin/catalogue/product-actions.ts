import { recordAudit } from '../../audit/record-audit';
import { now } from '../../clock';
import { db, type Tx } from '../../db/client';
import { getAdminTexts } from '../../i18n/get-admin-texts';
import { inEachLanguage, isFullLanguage } from '../../i18n/languages';
import { getProductDetails, type ProductDetails } from '../get-product-details';
import { actorOf, type Session } from '../session';
import { copyFurtherPictures, listPictures, recordFurther } from './change-pictures';
import { relistFamily } from './families';
import { findFreeSlug } from './free-slug';
import { positionAfter } from './positions';
import { productTextLimits } from './product-values';
import { productScopes, transfersScope } from './scopes';
import { auditChanges, copyOf, createProduct, noFacts, recordProductChange, type Written } from './write-product';

/** What an action did to a product, with the category whose pages show it. */
export type Acted = { readonly outcome: 'done' | 'refused'; readonly category: string };

/**
 * Archives a product, which takes it off sale and hides it from lists, or restores it, still off sale. Orders do not
 * change, and units that they reserve stay reserved. Null if there is no such product; `refused` if it already is in
 * that state, or was changed concurrently.
 */
export async function setArchived(session: Session, slug: string, archived: boolean): Promise<Acted | null> {
  const { scopes, isSame } = await findScopes(session, slug);
  return db().write(async (tx) => {
    const product = await getProductDetails(session, slug, tx);
    if (!product) return null;
    const category = product.categorySlug;
    if (product.archived === archived || !isSame(product)) return { outcome: 'refused', category };
    const [saved] = await tx.product.updateManyAndReturn({
      where: { slug, version: product.version },
      data: { archivedAt: archived ? now() : null, published: false, version: { increment: 1 } },
    });
    if (!saved) return { outcome: 'refused', category };
    const before = { ...product, stock: saved.stock };
    await recordProductChange(tx, session, before, { ...before, archived, published: false });
    await relistFamily(tx, product.family);
    return { outcome: 'done', category };
  }, scopes);
}

/**
 * The scopes for a write that changes whether a product is on sale. `isSame` is false if the product was moved to
 * another category meanwhile, so that the scopes no longer fit.
 */
async function findScopes(session: Session, slug: string) {
  const found = await getProductDetails(session, slug);
  const categorySlug = found?.categorySlug ?? '';
  const isSame = (product: ProductDetails) => product.categorySlug === categorySlug;
  return { scopes: productScopes(slug, { categorySlug, sku: null }), isSame };
}

/**
 * Deletes a product that is in no order. The seed does not bring it back. Null if there is no such product; `refused`
 * if an order contains it or it has reserved or sold units.
 */
export async function deleteProduct(session: Session, slug: string): Promise<Acted | null> {
  const { scopes, isSame } = await findScopes(session, slug);
  return db().write(
    async (tx) => {
      const product = await getProductDetails(session, slug, tx);
      if (!product) return null;
      const category = product.categorySlug;
      if (!isSame(product)) return { outcome: 'refused', category };
      const pictures = await listPictures(session, product, tx);
      // Locks the row: a concurrent checkout has either committed before the query below, or waits for this
      // transaction.
      await tx.product.update({ where: { slug }, data: { version: product.version } });
      const line = await tx.orderLine.findFirst({ where: { slug }, select: { orderId: true } });
      const { count } = await tx.product.deleteMany({ where: { slug: line ? '' : slug, reserved: 0, sold: 0 } });
      if (count === 0) return { outcome: 'refused', category };
      await forgetProduct(tx, session, product);
      await recordFurther(tx, session, slug, pictures, []);
      await relistFamily(tx, product.family);
      return { outcome: 'done', category };
    },
    [...scopes, transfersScope(slug)],
  );
}

/** Records a deleted product's values in the audit list, and keeps the seed from adding it again. */
export async function forgetProduct(tx: Tx, session: Session, product: ProductDetails): Promise<void> {
  const { slug } = product;
  await tx.seededGood.upsert({ where: { slug }, create: { slug, demoDigest: null }, update: {} });
  await recordAudit(tx, actorOf(session), { kind: 'product', id: slug }, auditChanges(product, noFacts));
}

/**
 * Copies a product, with its texts and pictures, without its article number, units and options. The copy is not on sale
 * and is not a variant of the product. Null if there is no such product.
 */
export async function duplicateProduct(session: Session, slug: string): Promise<Written | null> {
  const found = await getProductDetails(session, slug);
  if (!found) return null;
  const copy = await findFreeSlug(slug, true);
  return db().write(
    async (tx) => {
      const product = await getProductDetails(session, slug, tx);
      if (!product) return null;
      const texts = inEachLanguage((language) => {
        const text = product.texts[language];
        const { products } = getAdminTexts(isFullLanguage(language) ? language : 'en');
        const name = text.name === '' ? '' : products.copyOf(text.name);
        return { ...text, name: name.length > productTextLimits.name ? text.name : name };
      });
      const values = { ...copyOf(product), texts, options: inEachLanguage(() => []) };
      const position = await positionAfter(tx, product);
      const created = await createProduct(tx, session, copy, values, [product.image], { position });
      if (created.ok) await copyFurtherPictures(tx, session, product, copy);
      return created;
    },
    productScopes(copy, { categorySlug: found.categorySlug, sku: null }),
  );
}

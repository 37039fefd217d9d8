import { db, type Tx } from '../../db/client';
import { goodDigest } from '../../good-digest';
import type { FullLanguage } from '../../i18n/languages';
import { getProductDetails, type ProductDetails } from '../get-product-details';
import type { Session } from '../session';
import { getCategoryDetails } from './categories';
import { forgetProduct } from './product-actions';
import { recordTexts } from './save-category';
import { recordProductChange } from './write-product';

/**
 * What happens to a product when the demonstration's goods are removed. `deleted`: no order contains it. `taken-off`:
 * it was ordered, so it stays, off sale. `kept`: its texts or pictures were changed, or it has variants, so it counts
 * as the merchant's own.
 */
type Fate = 'deleted' | 'taken-off' | 'kept';
export type DemoGood = { readonly slug: string; readonly name: string; readonly fate: Fate };

/**
 * The demonstration's goods that the shop still has, in the shop's order. Ordered goods that are already off sale are
 * left out.
 */
export async function listDemoGoods(_session: Session, language: FullLanguage): Promise<DemoGood[]> {
  const goods = await findDemoGoods(db().read);
  return goods.map(({ slug, texts, fate }) => ({
    slug,
    fate,
    name: texts.find((text) => text.language === language)?.name ?? slug,
  }));
}

/**
 * Removes the demonstration's goods, and the categories that become empty. A category that contains only goods taken
 * off sale here loses its texts: the shop no longer shows it, and nothing in it can be put on sale before it has texts
 * again. Orders do not change.
 */
export async function removeDemoGoods(session: Session): Promise<void> {
  await db().write(async (tx) => {
    const removed = (await findDemoGoods(tx)).filter(({ fate }) => fate !== 'kept');
    const takenOff: string[] = [];
    for (const { slug, fate } of removed) {
      const product = await getProductDetails(session, slug, tx);
      if (!product) continue;
      if (fate === 'deleted' && (await deleteUnused(tx, slug))) await forgetProduct(tx, session, product);
      else {
        await takeOffSale(tx, session, product);
        takenOff.push(slug);
      }
    }
    const categories = new Set(removed.map(({ categorySlug }) => categorySlug));
    for (const slug of categories) await removeEmptied(tx, session, slug, takenOff);
  });
}

/** False if a buyer has ordered it since it was read. */
async function deleteUnused(tx: Tx, slug: string): Promise<boolean> {
  const { count } = await tx.product.deleteMany({ where: { slug, reserved: 0, sold: 0 } });
  return count === 1;
}

/** Deletes a category without goods. A category that contains only goods in `takenOff` loses its texts. */
async function removeEmptied(tx: Tx, session: Session, slug: string, takenOff: readonly string[]): Promise<void> {
  const category = await getCategoryDetails(session, slug, tx);
  const others = await tx.product.count({
    where: { categorySlug: slug, NOT: { slug: { in: [...takenOff] }, published: false } },
  });
  if (!category || others > 0) return;
  if (category.products === 0) await tx.category.delete({ where: { slug } });
  else {
    await tx.categoryText.deleteMany({ where: { categorySlug: slug } });
    await tx.category.update({ where: { slug }, data: { version: { increment: 1 } } });
  }
  await recordTexts(tx, session, slug, category.texts, null);
}

async function findDemoGoods(reader: Pick<Tx, 'seededGood' | 'product' | 'orderLine'>) {
  const seeded = await reader.seededGood.findMany({ where: { demoDigest: { not: null } } });
  const digests = new Map(seeded.map(({ slug, demoDigest }) => [slug, demoDigest]));
  const products = await reader.product.findMany({
    where: { slug: { in: [...digests.keys()] } },
    orderBy: [{ category: { position: 'asc' } }, { position: 'asc' }, { slug: 'asc' }],
    include: { texts: true, pictures: true },
  });
  const unsold = products.filter(({ reserved, sold }) => reserved === 0 && sold === 0).map(({ slug }) => slug);
  const ordered = await reader.orderLine.groupBy({ by: ['slug'], where: { slug: { in: unsold } } });
  const isOrdered = new Set(ordered.map(({ slug }) => slug));
  return products.flatMap(({ slug, categorySlug, family, image, texts, pictures, reserved, sold, published }) => {
    const isOwn = family !== null || pictures.length > 0;
    const isChanged = isOwn || goodDigest({ image, texts }) !== digests.get(slug);
    const isUsed = isOrdered.has(slug) || reserved > 0 || sold > 0;
    const fate: Fate = isChanged ? 'kept' : isUsed ? 'taken-off' : 'deleted';
    return fate === 'taken-off' && !published ? [] : [{ slug, categorySlug, texts, fate }];
  });
}

async function takeOffSale(tx: Tx, session: Session, product: ProductDetails): Promise<void> {
  const { slug, published } = product;
  if (!published) return;
  await tx.product.update({ where: { slug }, data: { published: false, version: { increment: 1 } } });
  await recordProductChange(tx, session, product, { ...product, published: false });
}

import { recordAudit } from '../../audit/record-audit';
import { db, type Tx, WriteAgain } from '../../db/client';
import { getProductDetails, type ProductDetails } from '../get-product-details';
import { actorOf, type Session } from '../session';
import { recordProductChange } from './write-product';

/** The maximum number of pictures per product. */
export const MAX_PICTURES = 12;

/** `many`: the product already has the maximum number of pictures. `missing`: the product no longer has the picture. */
export type PicturesChanged =
  | { readonly ok: true; readonly categorySlug: string }
  | { readonly ok: false; readonly problem: 'many' | 'missing' };

/** All pictures of a product, the first one first. */
export async function listPictures(
  _session: Session,
  { slug, image }: Pick<ProductDetails, 'slug' | 'image'>,
  reader: Pick<Tx, 'productPicture'> = db().read,
): Promise<string[]> {
  const rows = await reader.productPicture.findMany({ where: { productSlug: slug }, orderBy: { position: 'asc' } });
  return [image, ...rows.map((row) => row.image)].filter((one) => one !== '');
}

/**
 * Replaces a product's pictures with the result of `change`, and records the differences. Null if there is no such
 * product. Only a change of the first picture makes an open product form outdated, because the form contains no other
 * picture.
 */
export async function changePictures(
  session: Session,
  slug: string,
  change: (pictures: readonly string[]) => readonly string[] | 'many' | 'missing',
): Promise<PicturesChanged | null> {
  return db().write(async (tx) => {
    const product = await getProductDetails(session, slug, tx);
    if (!product) return null;
    const before = await listPictures(session, product, tx);
    const after = change(before);
    if (typeof after === 'string') return { ok: false, problem: after };
    const [image = ''] = after;
    if (image !== product.image) {
      const [saved] = await tx.product.updateManyAndReturn({
        where: { slug, version: product.version },
        data: { image, version: { increment: 1 } },
      });
      if (!saved) throw new WriteAgain(`an import has changed ${slug} meanwhile`);
      const { stock } = saved;
      await recordProductChange(tx, session, { ...product, stock }, { ...product, stock, image });
    }
    await tx.productPicture.deleteMany({ where: { productSlug: slug } });
    await addFurther(tx, session, slug, before, after);
    return { ok: true, categorySlug: product.categorySlug };
  }, `product ${slug}`);
}

/** Copies all pictures except the first from one product to a new one. */
export async function copyFurtherPictures(tx: Tx, session: Session, from: ProductDetails, to: string): Promise<void> {
  await addFurther(tx, session, to, [], await listPictures(session, from, tx));
}

async function addFurther(
  tx: Tx,
  session: Session,
  slug: string,
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  const data = after.map((image, index) => ({ productSlug: slug, position: index + 1, image })).slice(1);
  await tx.productPicture.createMany({ data });
  await recordFurther(tx, session, slug, before, after);
}

/** Records the changes at all positions after the first. */
export async function recordFurther(
  tx: Tx,
  session: Session,
  slug: string,
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  const changes = Array.from({ length: Math.max(before.length, after.length) }, (_, index) => ({
    ...{ field: 'picture' as const, part: String(index + 1) },
    ...{ before: before[index] ?? null, after: after[index] ?? null },
  }));
  const changed = changes.slice(1).filter((one) => one.before !== one.after);
  await recordAudit(tx, actorOf(session), { kind: 'product', id: slug }, changed);
}

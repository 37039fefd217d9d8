import { arrangePictures } from '@/lib/admin/catalogue/arrange-pictures';
import { revalidatePages } from '../../../../revalidate-pages';
import { adminPost } from '../../../post';
import { listProductImages } from '../../images';
import { picturesPath } from '../../pictures-path';

export const dynamic = 'force-dynamic';

/** Moves or removes a picture of a product, or adds one of `public/products`. */
export const POST = adminPost<{ slug: string }>(async ({ session, params: { slug }, form }) => {
  const changed = await arrangePictures(session, slug, Object.fromEntries(form), await listProductImages());
  if (changed === null) return null;
  if (changed.ok) await revalidatePages({ kind: 'product', category: changed.categorySlug, slug });
  return picturesPath(slug, changed.ok ? 'picture-saved' : `picture-${changed.problem}`);
});

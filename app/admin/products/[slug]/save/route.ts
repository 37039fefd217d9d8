import { saveProduct } from '@/lib/admin/save-product';
import { revalidateProduct } from '../../../../revalidate-product';
import { adminPost } from '../../../post';
import { listProductImages } from '../../images';

export const dynamic = 'force-dynamic';

/** Changes a product, and has the shop's pages show it at once. */
export const POST = adminPost<{ slug: string }>(async ({ session, params, form }) => {
  const saved = await saveProduct(session, params.slug, Object.fromEntries(form), await listProductImages());
  if (saved === null) return null;
  if (saved.ok) revalidateProduct(saved.categorySlug);
  const note = saved.ok ? 'saved' : `product-${saved.problem}`;
  return `/admin/products/${encodeURIComponent(params.slug)}?note=${note}`;
});

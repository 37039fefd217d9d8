import { saveProduct } from '@/lib/admin/save-product';
import { revalidatePages } from '../../../../revalidate-pages';
import { adminPost } from '../../../post';
import { listProductImages } from '../../images';

export const dynamic = 'force-dynamic';

/** Changes a product and updates the shop's pages immediately. */
export const POST = adminPost<{ slug: string }>(async ({ session, params, form }) => {
  const saved = await saveProduct(session, params.slug, Object.fromEntries(form), await listProductImages());
  if (saved === null) return null;
  if (saved.ok) revalidatePages({ kind: 'product', category: saved.categorySlug });
  const query = saved.ok ? { note: 'saved' } : { note: `product-${saved.problem}`, shown: form.get('version') ?? '' };
  return `/admin/products/${encodeURIComponent(params.slug)}?${new URLSearchParams(query)}`;
});

import { deleteProduct } from '@/lib/admin/catalogue/product-actions';
import { revalidatePages } from '../../../../revalidate-pages';
import { adminPost } from '../../../post';

export const dynamic = 'force-dynamic';

/** Deletes a product that is in no order. */
export const POST = adminPost<{ slug: string }>(async ({ session, params: { slug } }) => {
  const acted = await deleteProduct(session, slug);
  if (acted === null) return null;
  if (acted.outcome === 'refused') return `/admin/products/${slug}?note=ordered`;
  await revalidatePages({ kind: 'product', category: acted.category, slug });
  return '/admin/products?note=deleted';
});

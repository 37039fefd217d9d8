import { duplicateProduct } from '@/lib/admin/catalogue/product-actions';
import { adminPost } from '../../../post';

export const dynamic = 'force-dynamic';

/** Copies a product. No page of the shop shows the copy yet. */
export const POST = adminPost<{ slug: string }>(async ({ session, params: { slug } }) => {
  const copied = await duplicateProduct(session, slug);
  if (copied === null) return null;
  if (!copied.ok) return `/admin/products/${slug}?note=product-${copied.problems[0]}`;
  return `/admin/products/${copied.slug}?note=copied`;
});

import { addProduct } from '@/lib/admin/catalogue/add-product';
import { adminPost } from '../../post';

export const dynamic = 'force-dynamic';

/** Creates a product, which no page of the shop shows yet. */
export const POST = adminPost(async ({ session, form }) => {
  const added = await addProduct(session, Object.fromEntries(form));
  if (!added.ok) return `/admin/products/new?note=product-${added.problems[0]}`;
  return `/admin/products/${added.slug}?note=new-product`;
});

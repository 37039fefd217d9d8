import { setArchived } from '@/lib/admin/catalogue/product-actions';
import { revalidatePages } from '../../../../revalidate-pages';
import { adminPost } from '../../../post';

export const dynamic = 'force-dynamic';

/** Takes a product off sale and out of the lists. */
export const POST = adminPost<{ slug: string }>(async ({ session, params: { slug } }) => {
  const acted = await setArchived(session, slug, true);
  if (acted === null) return null;
  await revalidatePages({ kind: 'product', category: acted.category, slug });
  return `/admin/products/${slug}?note=${acted.outcome === 'done' ? 'archived' : 'not-changed'}`;
});

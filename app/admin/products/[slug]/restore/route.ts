import { setArchived } from '@/lib/admin/catalogue/product-actions';
import { revalidatePages } from '../../../../revalidate-pages';
import { adminPost } from '../../../post';

export const dynamic = 'force-dynamic';

/** Restores an archived product, which stays off sale. */
export const POST = adminPost<{ slug: string }>(async ({ session, params: { slug } }) => {
  const acted = await setArchived(session, slug, false);
  if (acted === null) return null;
  await revalidatePages({ kind: 'product', category: acted.category, slug });
  return `/admin/products/${slug}?note=${acted.outcome === 'done' ? 'restored' : 'not-changed'}`;
});

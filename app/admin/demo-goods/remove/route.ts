import { removeDemoGoods } from '@/lib/admin/catalogue/demo-goods';
import { revalidatePages } from '../../../revalidate-pages';
import { adminPost } from '../../post';

export const dynamic = 'force-dynamic';

/** Removes the demonstration's goods from the shop and its pages. */
export const POST = adminPost(async ({ session }) => {
  await removeDemoGoods(session);
  await revalidatePages({ kind: 'all' });
  return '/admin/products?note=demo-removed';
});

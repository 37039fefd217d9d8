import { addCategory } from '@/lib/admin/catalogue/save-category';
import { revalidatePages } from '../../../../revalidate-pages';
import { adminPost } from '../../../post';

export const dynamic = 'force-dynamic';

/** Creates a category, which every page of the shop shows immediately. */
export const POST = adminPost(async ({ session, form }) => {
  const added = await addCategory(session, Object.fromEntries(form));
  if (added.ok) await revalidatePages({ kind: 'all' });
  return `/admin/products/categories?note=${added.ok ? 'new-category' : `category-${added.problem}`}`;
});

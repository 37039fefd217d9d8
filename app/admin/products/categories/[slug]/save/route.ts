import { saveCategory } from '@/lib/admin/catalogue/save-category';
import { revalidatePages } from '../../../../../revalidate-pages';
import { adminPost } from '../../../../post';

export const dynamic = 'force-dynamic';

/** Changes a category's texts. */
export const POST = adminPost<{ slug: string }>(async ({ session, params: { slug }, form }) => {
  const saved = await saveCategory(session, slug, Object.fromEntries(form));
  if (saved === null) return null;
  if (saved.ok) await revalidatePages({ kind: 'all' });
  return `/admin/products/categories/${slug}?note=${saved.ok ? 'saved' : `category-${saved.problem}`}`;
});

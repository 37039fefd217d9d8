import { deleteCategory } from '@/lib/admin/catalogue/save-category';
import { revalidatePages } from '../../../../../revalidate-pages';
import { adminPost } from '../../../../post';

export const dynamic = 'force-dynamic';

/** Deletes a category without products. */
export const POST = adminPost<{ slug: string }>(async ({ session, params: { slug } }) => {
  const isDeleted = await deleteCategory(session, slug);
  if (isDeleted === null) return null;
  if (!isDeleted) return `/admin/products/categories/${slug}?note=category-used`;
  await revalidatePages({ kind: 'all' });
  return '/admin/products/categories?note=deleted-category';
});

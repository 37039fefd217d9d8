import { moveCategory, parseDirection } from '@/lib/admin/catalogue/positions';
import { revalidatePages } from '../../../../../revalidate-pages';
import { adminPost } from '../../../../post';

export const dynamic = 'force-dynamic';

/** Moves a category one place up or down. */
export const POST = adminPost<{ slug: string }>(async ({ session, params: { slug }, form }) => {
  const direction = parseDirection(form.get('direction'));
  if (direction === null || !(await moveCategory(session, slug, direction))) return null;
  await revalidatePages({ kind: 'all' });
  return '/admin/products/categories';
});

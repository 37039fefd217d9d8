import { moveProduct, parseDirection } from '@/lib/admin/catalogue/positions';
import { revalidatePages } from '../../../../revalidate-pages';
import { adminPost, isAdminPath } from '../../../post';

export const dynamic = 'force-dynamic';

/** Moves a product one place up or down in its category. */
export const POST = adminPost<{ slug: string }>(async ({ session, params: { slug }, form }) => {
  const direction = parseDirection(form.get('direction'));
  const categorySlug = form.get('category') ?? '';
  const category = direction && (await moveProduct(session, { slug, categorySlug }, direction));
  if (category === null) return null;
  await revalidatePages({ kind: 'product', category, slug });
  const back = form.get('back') ?? '';
  return isAdminPath(back) ? back : '/admin/products';
});

import { addVariant, parseOptionFields } from '@/lib/admin/catalogue/variants';
import { revalidatePages } from '../../../../../revalidate-pages';
import { adminPost } from '../../../../post';

export const dynamic = 'force-dynamic';

/** Adds a variant of a product and opens its page. */
export const POST = adminPost<{ slug: string }>(async ({ session, params: { slug }, form }) => {
  const fields = Object.fromEntries(form);
  const options = { own: parseOptionFields(fields, 'own'), added: parseOptionFields(fields, 'added') };
  const added = await addVariant(session, slug, options);
  if (added === null) return null;
  if (!added.ok) return `/admin/products/${slug}/variants?note=variant-${added.problem}`;
  await revalidatePages({ kind: 'product', category: added.category, slug });
  return `/admin/products/${added.slug}?note=variant-added`;
});

import { parseOptionFields, saveOptions } from '@/lib/admin/catalogue/variants';
import { revalidatePages } from '../../../../../revalidate-pages';
import { adminPost } from '../../../../post';

export const dynamic = 'force-dynamic';

/** Changes the options of a product's variants. */
export const POST = adminPost<{ slug: string }>(async ({ session, params: { slug }, form }) => {
  const fields = Object.fromEntries(form);
  const optionsOf = (variant: string) => parseOptionFields(fields, `v-${variant}`);
  const saved = await saveOptions(session, slug, { optionsOf, versions: form.get('versions') ?? '' });
  if (saved === null) return null;
  if (saved.ok) await revalidatePages({ kind: 'product', category: saved.category, slug });
  const note = saved.ok ? 'saved' : `variant-${saved.problem}`;
  return `/admin/products/${slug}/variants?note=${note}&form=options`;
});

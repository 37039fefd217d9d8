import { formatMissing } from '@/lib/admin/catalogue/missing';
import { saveProduct } from '@/lib/admin/catalogue/save-product';
import { revalidatePages } from '../../../../revalidate-pages';
import { adminPost } from '../../../post';
import { listProductImages } from '../../images';

export const dynamic = 'force-dynamic';

/** Changes a product and updates the shop's pages immediately. */
export const POST = adminPost<{ slug: string }>(async ({ session, params, form }) => {
  const saved = await saveProduct(session, params.slug, Object.fromEntries(form), await listProductImages());
  if (saved === null) return null;
  const path = `/admin/products/${encodeURIComponent(params.slug)}`;
  if (saved.ok) {
    for (const category of saved.categories) await revalidatePages({ kind: 'product', category, slug: params.slug });
    return `${path}?note=${saved.familyMoved ? 'moved-variants' : 'saved'}`;
  }
  const [problem = ''] = saved.problems;
  const missing = saved.missing.length > 0 ? { missing: formatMissing(saved.missing) } : {};
  return `${path}?${new URLSearchParams({ note: `product-${problem}`, shown: form.get('version') ?? '', ...missing })}`;
});

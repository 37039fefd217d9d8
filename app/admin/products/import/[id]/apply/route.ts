import { applyImport } from '@/lib/admin/import/apply-import';
import { getImportFile } from '@/lib/admin/import/import-file';
import { revalidatePages } from '../../../../../revalidate-pages';
import { adminPost } from '../../../../post';
import { listProductImages } from '../../../images';

export const dynamic = 'force-dynamic';

/** Imports a file exactly as its preview showed, and updates the shop's pages immediately. */
export const POST = adminPost<{ id: string }>(async ({ session, params, form }) => {
  const file = await getImportFile(session, params.id);
  if (!file) return '/admin/products/import?refused=gone';
  const imported = await applyImport(session, file, form.get('plan') ?? '', await listProductImages());
  if (!imported.ok) {
    return imported.reason === 'gone'
      ? '/admin/products/import?refused=gone'
      : `/admin/products/import/${params.id}?note=overtaken`;
  }
  for (const category of imported.categories) await revalidatePages({ kind: 'product', category });
  return `/admin/products/import?created=${imported.created}&changed=${imported.changed}`;
});

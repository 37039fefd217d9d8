import { keepImportFile } from '@/lib/admin/import/import-file';
import { MAX_TABLE_BYTES } from '@/lib/spreadsheet/table';
import { adminUpload } from '../../../upload';

export const dynamic = 'force-dynamic';

/** Stores an uploaded file of products until its import is confirmed, and redirects to the preview of its changes. */
export const POST = adminUpload({
  limit: MAX_TABLE_BYTES,
  tooLarge: () => '/admin/products/import?refused=large',
  act: async ({ session, file }) => {
    if (file.length === 0) return '/admin/products/import?refused=none';
    if (file.length > MAX_TABLE_BYTES) return '/admin/products/import?refused=large';
    return `/admin/products/import/${await keepImportFile(session, file)}`;
  },
});

import { MAX_PICTURE_BYTES, uploadPicture } from '@/lib/admin/catalogue/upload-picture';
import { revalidatePages } from '../../../../revalidate-pages';
import { picturesPath } from '../../../products/pictures-path';
import { adminUpload } from '../../../upload';

export const dynamic = 'force-dynamic';

/** Adds an uploaded picture to a product. The shop’s pages show it immediately. */
export const POST = adminUpload<{ slug: string }>({
  limit: MAX_PICTURE_BYTES,
  tooLarge: ({ slug }) => picturesPath(slug, 'picture-large'),
  act: async ({ session, params: { slug }, file }) => {
    const uploaded = await uploadPicture(session, slug, file);
    if (uploaded === null) return null;
    if (uploaded.ok) await revalidatePages({ kind: 'product', category: uploaded.categorySlug, slug });
    return picturesPath(slug, uploaded.ok ? 'picture-added' : `picture-${uploaded.problem}`);
  },
});

import { db } from '../../db/client';
import { isDatabaseFailure } from '../../db/database-failure';
import { log } from '../../log';
import { type ConvertedPicture, convertPicture, type UnfitPicture } from '../../media/convert-picture';
import { inTurn } from '../../media/in-turn';
import { mediaStore } from '../../media/media-store';
import { removeUnusedMedia } from '../../media/remove-unused';
import { toMediaPath } from '../../media-path';
import type { Session } from '../session';
import { withPicture } from './arrange-pictures';
import { changePictures, MAX_PICTURES, type PicturesChanged } from './change-pictures';

/** The largest file, in bytes. */
export const MAX_PICTURE_BYTES = 10_000_000;

type UploadProblem = UnfitPicture | 'none' | 'large' | 'busy' | 'storage' | 'many' | 'missing';
export type Uploaded = PicturesChanged | { readonly ok: false; readonly problem: UploadProblem };

/**
 * Converts and stores a picture, and adds it to a product as the last one. Null if there is no such product. The files
 * are stored before the product refers to them, so that no page shows a missing picture.
 */
export async function uploadPicture(session: Session, slug: string, bytes: Uint8Array): Promise<Uploaded | null> {
  if (bytes.length === 0) return { ok: false, problem: 'none' };
  if (bytes.length > MAX_PICTURE_BYTES) return { ok: false, problem: 'large' };
  const further = await db().read.productPicture.count({ where: { productSlug: slug } });
  if (further + 1 >= MAX_PICTURES) return { ok: false, problem: 'many' };
  const outcome = await inTurn(() => addPicture(session, slug, bytes));
  return outcome === 'busy' ? { ok: false, problem: 'busy' } : outcome;
}

async function addPicture(session: Session, slug: string, bytes: Uint8Array): Promise<Uploaded | null> {
  const picture = await convertPicture(bytes);
  if (typeof picture === 'string') return { ok: false, problem: picture };
  if (!(await store(picture))) return { ok: false, problem: 'storage' };
  const added = await changePictures(session, slug, (pictures) => withPicture(pictures, toMediaPath(picture.id)));
  // The picture is added even if the cleanup fails. The next upload cleans up the rest.
  await removeUnusedMedia().catch((error: unknown) => log.error({ err: error }, 'media: the cleanup failed'));
  return added;
}

/** False if MEDIA_DIR cannot be written. A failure of the database is thrown, as for every form. */
async function store(picture: ConvertedPicture): Promise<boolean> {
  try {
    await mediaStore().put(picture);
    return true;
  } catch (error) {
    if (isDatabaseFailure(error)) throw error;
    log.error({ err: error }, 'media: the picture cannot be stored in MEDIA_DIR');
    return false;
  }
}

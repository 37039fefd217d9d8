import { db } from '../db/client';
import type { MediaStore } from './media-store';
import { MEDIA_SCOPE, recordMedia } from './record-media';

/** Keeps the files in the table MediaFile. Deleting a row of Media deletes its files. */
export const tableStore: MediaStore = {
  async put({ id, files }) {
    await db().write(async (tx) => {
      await recordMedia(tx, id);
      await tx.mediaFile.deleteMany({ where: { mediaId: id } });
      for (const [name, bytes] of files) await tx.mediaFile.create({ data: { name, mediaId: id, bytes } });
    }, MEDIA_SCOPE);
  },
  async read(name) {
    const row = await db().read.mediaFile.findUnique({ where: { name }, select: { bytes: true } });
    return row && new Uint8Array(row.bytes);
  },
  async remove() {},
};

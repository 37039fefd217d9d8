import { now, secondsAfter } from '../clock';
import { db, type Tx } from '../db/client';
import { parseMedia } from '../media-path';
import { mediaStore } from './media-store';
import { MEDIA_SCOPE } from './record-media';

/** How long an unused picture is kept, because an earlier page, a link preview or a backup may still refer to it. */
const KEPT_SECONDS = 30 * 86_400;

/**
 * Deletes uploaded pictures that no product has had for 30 days. The 30 days start at the first call that finds the
 * picture unused.
 */
export async function removeUnusedMedia(): Promise<void> {
  const removed = await db().write(async (tx) => {
    const used = await listUsed(tx);
    const rows = await tx.media.findMany({ select: { id: true, unusedSince: true } });
    const [at, before] = [now(), secondsAfter(now(), -KEPT_SECONDS)];
    const deleted: string[] = [];
    for (const { id, unusedSince } of rows) {
      if (used.has(id)) {
        if (unusedSince) await tx.media.update({ where: { id }, data: { unusedSince: null } });
      } else if (!unusedSince) {
        await tx.media.update({ where: { id }, data: { unusedSince: at } });
      } else if (unusedSince < before) {
        await tx.media.delete({ where: { id } });
        deleted.push(id);
      }
    }
    return deleted;
  }, MEDIA_SCOPE);
  await mediaStore().remove(removed);
}

async function listUsed(tx: Tx): Promise<Set<string>> {
  const where = { image: { startsWith: '/media/' } };
  const rows = [
    ...(await tx.product.findMany({ where, select: { image: true } })),
    ...(await tx.productPicture.findMany({ where, select: { image: true } })),
  ];
  return new Set(rows.flatMap(({ image }) => parseMedia(image)?.id ?? []));
}

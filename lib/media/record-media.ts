import { now } from '../clock';
import type { Tx } from '../db/client';

/** The scope of writes that add or remove uploaded pictures. */
export const MEDIA_SCOPE = 'media';

/** Adds a picture's row, or notes that the picture was uploaded again. */
export async function recordMedia(tx: Tx, id: string): Promise<void> {
  const changes = { uploadedAt: now(), unusedSince: null };
  await tx.media.upsert({ where: { id }, create: { id, ...changes }, update: changes });
}

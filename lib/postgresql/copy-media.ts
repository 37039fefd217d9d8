import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { fileNames } from '../media-path';

/**
 * Copies the files of these uploaded pictures from `folder` into the empty table MediaFile, in the transaction of
 * `client`. Then compares the number of files and their total size. Throws an error that names the file if one is
 * missing. Returns the number of files.
 */
export async function copyMedia(client: pg.Client, ids: readonly string[], folder: string): Promise<number> {
  let [count, size] = [0, 0];
  for (const mediaId of ids) {
    for (const name of fileNames(mediaId)) {
      const bytes = readPicture(folder, name);
      await client.query('INSERT INTO "MediaFile" (name, "mediaId", bytes) VALUES ($1, $2, $3)', [
        name,
        mediaId,
        bytes,
      ]);
      count += 1;
      size += bytes.length;
    }
  }
  const totals = await client.query<{ count: string; size: string }>(
    'SELECT count(*)::text AS count, coalesce(sum(length(bytes)), 0)::text AS size FROM "MediaFile"',
  );
  const [copied] = totals.rows;
  if (copied?.count !== String(count) || copied.size !== String(size)) {
    throw new Error(
      `The copy of the pictures differs: ${copied?.count} files (${copied?.size} bytes) instead of ${count} (${size} bytes). Nothing was kept.`,
    );
  }
  return count;
}

function readPicture(folder: string, name: string): Buffer {
  try {
    return readFileSync(join(folder, name));
  } catch (error) {
    throw new Error(
      `The picture ${name} cannot be read in ${folder}. Name the folder of MEDIA_DIR with --media, or put the file back from a backup. Nothing was kept.`,
      { cause: error },
    );
  }
}

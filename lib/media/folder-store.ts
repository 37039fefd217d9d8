import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { db } from '../db/client';
import { newKey } from '../ids';
import { fileNames } from '../media-path';
import type { MediaStore } from './media-store';
import { MEDIA_SCOPE, recordMedia } from './record-media';

/** Keeps the files in one folder. */
export function folderStore(folder: string): MediaStore {
  return {
    async put({ id, files }) {
      await mkdir(folder, { recursive: true });
      for (const [name, bytes] of files) await writeWhole(join(folder, name), bytes);
      await db().write((tx) => recordMedia(tx, id), MEDIA_SCOPE);
    },
    async read(name) {
      try {
        return new Uint8Array(await readFile(join(folder, name)));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
    async remove(ids) {
      for (const name of ids.flatMap(fileNames)) await rm(join(folder, name), { force: true });
    },
  };
}

/** Writes a file atomically, so that nobody ever reads a partial file, even after a power failure. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const partial = `${path}.${newKey()}.partial`;
  try {
    const file = await open(partial, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

import { config } from '../config';
import { isPostgresqlUrl } from '../db/client';
import type { ConvertedPicture } from './convert-picture';
import { folderStore } from './folder-store';
import { tableStore } from './table-store';

/** Stores the files of uploaded pictures. Their names come from lib/media-path.ts, never from a client. */
export interface MediaStore {
  /** Stores a picture's files and its row in Media durably. Storing it again only marks it as uploaded and used now. */
  put(picture: ConvertedPicture): Promise<void>;
  read(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Removes the files of pictures whose rows in Media are deleted. */
  remove(ids: readonly string[]): Promise<void>;
}

/** On SQLite the files are in MEDIA_DIR. On PostgreSQL they are in a table, because processes share no disk. */
export function mediaStore(): MediaStore {
  const { databaseUrl, mediaFolder } = config();
  return isPostgresqlUrl(databaseUrl) ? tableStore : folderStore(mediaFolder);
}

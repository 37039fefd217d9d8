import { type FileHandle, open } from 'node:fs/promises';

/**
 * The disk did not confirm a write. Whether the write survives a power failure is unknown, and the system may already have
 * dropped the bytes that it could not store, so a later confirmation would prove nothing.
 */
export class NotOnDisk extends Error {
  override name = 'NotOnDisk';

  constructor(path: string, cause: unknown) {
    super(`${path} could not be flushed to the disk. Check the disk, then restart the process.`, { cause });
  }
}

/**
 * Flushes SQLite's write-ahead log to the disk without blocking the process. With `synchronous=NORMAL`, SQLite itself
 * flushes only at a checkpoint, and a power failure loses the commits since then, but never more (sqlite.org/wal.html).
 * With `synchronous=FULL` it flushes at each commit, and nothing else in the process runs for these milliseconds.
 */
export class WriteAheadLog {
  readonly #path: string;
  #file: FileHandle | undefined;
  #failure: NotOnDisk | undefined;

  constructor(database: string) {
    this.#path = `${database}-wal`;
  }

  /** Throws if an earlier flush failed. */
  assertUsable(): void {
    if (this.#failure) throw this.#failure;
  }

  /** Resolves when all commits up to now are on the disk. Throws NotOnDisk, and so does every later `assertUsable`. */
  async flush(): Promise<void> {
    try {
      // The file exists and stays the same as long as a connection is open. Windows flushes only files opened for writing.
      this.#file ??= await open(this.#path, 'r+');
      await this.#file.datasync();
    } catch (error) {
      this.#failure = new NotOnDisk(this.#path, error);
      throw this.#failure;
    }
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = undefined;
  }
}

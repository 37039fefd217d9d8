import { type FileHandle, open, realpath } from 'node:fs/promises';

/**
 * The disk did not confirm a write. Whether the write survives a power failure is unknown, and the system may already have
 * dropped the bytes that it could not store, so a later confirmation would prove nothing.
 */
export class NotOnDisk extends Error {
  /** Compares by name, because each of Next's bundles has its own copy of the class. */
  static override [Symbol.hasInstance](value: unknown): value is NotOnDisk {
    return value instanceof Error && value.name === 'NotOnDisk';
  }

  override readonly name = 'NotOnDisk';

  constructor(path: string, cause: unknown) {
    super(`${path} could not be flushed to the disk. Check the disk, then restart the process.`, { cause });
  }
}

/**
 * Flushes SQLite's write-ahead log to the disk without blocking the process. With `synchronous=NORMAL`, SQLite flushes
 * the log only at a checkpoint and when it begins to overwrite the log from its start. A power failure loses at most the
 * commits since the last flush (sqlite.org/wal.html). With `synchronous=FULL` it flushes at each commit, and nothing else in the
 * process runs for these milliseconds.
 */
export class WriteAheadLog {
  readonly #database: string;
  #path: string;
  #file: FileHandle | undefined;
  #failure: NotOnDisk | undefined;

  constructor(database: string) {
    this.#database = database;
    this.#path = `${database}-wal`;
  }

  /** Throws if an earlier flush failed. */
  assertUsable(): void {
    if (this.#failure) throw this.#failure;
  }

  /**
   * The file must exist, and stays the same as long as a connection is open. Call it again for a new connection, because
   * SQLite deletes the file with the last one.
   */
  async open(): Promise<void> {
    await this.close();
    try {
      // SQLite follows a link and keeps the log beside the file that the link names.
      this.#path = `${await realpath(this.#database)}-wal`;
      // Windows flushes only files that are open for writing.
      this.#file = await open(this.#path, 'r+');
    } catch (cause) {
      const reason = 'SQLite needs a write-ahead log, which some network drives do not allow';
      throw new Error(`${this.#path} cannot be opened. ${reason}: move the database to a local disk.`, { cause });
    }
  }

  /**
   * Resolves when all commits up to now are on the disk. Throws NotOnDisk if the disk does not confirm it, and so does every
   * later `assertUsable`. The commits nevertheless stay visible.
   */
  async flush(): Promise<void> {
    if (!this.#file) throw new Error(`${this.#path} is not open.`);
    try {
      await this.#file.datasync();
    } catch (error) {
      this.#failure = new NotOnDisk(this.#path, error);
      throw this.#failure;
    }
  }

  /** Closes the file. A failure is ignored, because every acknowledged commit has been flushed. */
  async close(): Promise<void> {
    await this.#file?.close().catch(() => {});
    this.#file = undefined;
  }
}

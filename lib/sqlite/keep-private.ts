import { chmodSync, statSync } from 'node:fs';

/**
 * Makes a database and SQLite's files next to it readable by their owner only, because they contain names and
 * addresses. A file whose mode cannot be changed stays as it is.
 */
export function keepPrivate(path: string): void {
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    const mode = statSync(file, { throwIfNoEntry: false })?.mode;
    if (mode === undefined || (mode & 0o077) === 0) continue;
    try {
      chmodSync(file, mode & 0o700);
    } catch {
      // It belongs to another owner, or the disk is read-only or has no file modes.
    }
  }
}

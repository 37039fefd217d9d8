import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { sqlitePath } from './sqlite-path';

/** Enough space for SQLite's own files and one order. */
const NEEDED_BYTES = 256 * 1024;

const forbidden = 'this user has no write access. Change the owner or the permissions, then start again.';
const remedies: Record<string, string> = {
  ENOSPC: 'its disk is full. Free space on it, then start again.',
  EDQUOT: 'its disk quota is used up. Free space or raise the quota, then start again.',
  EFBIG: 'a limit on the size of files is reached (ulimit -f). Raise it, then start again.',
  EROFS: 'its file system is read-only. Mount it for writing, then start again.',
  EACCES: forbidden,
  EPERM: forbidden,
};

/** Why the database cannot be written, with the remedy. Null if it can, or if its folder does not exist yet. */
export function describeDisk(url: string): string | null {
  const path = sqlitePath(url);
  const code = existsSync(dirname(path)) ? diskError(path) : null;
  return (
    code && `The database ${path} cannot be written: ${remedies[code] ?? `${code} in its folder. Check the disk.`}`
  );
}

/** Writes and removes a file next to the database. Returns the system's error code, or null. */
export function diskError(path: string): string | null {
  const probe = `${path}.${process.pid}.probe`;
  try {
    if (existsSync(path)) accessSync(path, constants.W_OK);
    writeFileSync(probe, Buffer.alloc(NEEDED_BYTES), { mode: 0o600, flush: true });
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  } finally {
    rmSync(probe, { force: true });
  }
}

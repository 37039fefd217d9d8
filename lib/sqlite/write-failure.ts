import { isBusy, sqliteCode } from './database-failure';
import { diskError } from './describe-disk';
import { NotOnDisk } from './write-ahead-log';

export type WriteFailure = 'locked' | 'full' | 'read-only' | 'failing';

/** The system's codes. SQLite reports most disk errors on an open file with one code, which says less. */
const diskFailures: Record<string, WriteFailure> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'read-only',
};

/** The reason for a failed write to the file at `path`. */
export function writeFailure(error: unknown, path: string): WriteFailure {
  if (error instanceof NotOnDisk) return 'failing';
  const code = sqliteCode(error) ?? '';
  if (code.startsWith('SQLITE_FULL')) return 'full';
  if (code.startsWith('SQLITE_READONLY')) return 'read-only';
  return isBusy(error) ? 'locked' : (diskFailures[diskError(path) ?? ''] ?? 'failing');
}

import { z } from 'zod';
import { NotOnDisk } from './write-ahead-log';

const cause = z.object({ originalCode: z.string() });
/** SQLite's own error, or Prisma's, which passes the adapter's as `cause` or within `meta`. */
const failure = z.union([
  z.object({ code: z.string().startsWith('SQLITE_') }).transform(({ code }) => ({ originalCode: code })),
  z.object({ cause }).transform((error) => error.cause),
  z
    .object({ meta: z.object({ driverAdapterError: z.object({ cause }) }) })
    .transform(({ meta }) => meta.driverAdapterError.cause),
]);

const cannotWrite = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|PROTOCOL)/;

/** SQLite's error code, such as `SQLITE_BUSY`. Null for other errors. */
export function sqliteCode(error: unknown): string | null {
  return failure.safeParse(error).data?.originalCode ?? null;
}

/** Another program is using the database. Has the shape of Prisma's error, so that a write is retried. */
export class Busy extends Error {
  override name = 'Busy';

  constructor(path: string) {
    super(`Another program is reading ${path}.`, { cause: { originalCode: 'SQLITE_BUSY' } });
  }
}

/** True if another program holds the write lock. */
export function isBusy(error: unknown): boolean {
  return sqliteCode(error)?.startsWith('SQLITE_BUSY') ?? false;
}

/**
 * True if the database cannot be written now (locked, disk full, read-only); a later write may succeed, but after
 * NotOnDisk only once the process has been restarted.
 */
export function isSqliteFailure(error: unknown): boolean {
  return error instanceof NotOnDisk || cannotWrite.test(sqliteCode(error) ?? '');
}

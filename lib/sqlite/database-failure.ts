import { z } from 'zod';

const cause = z.object({ originalCode: z.string() });
/** Prisma hands the adapter's error on as `cause`, or within `meta`. */
const failure = z.union([
  z.object({ cause }).transform((error) => error.cause),
  z
    .object({ meta: z.object({ driverAdapterError: z.object({ cause }) }) })
    .transform(({ meta }) => meta.driverAdapterError.cause),
]);

const cannotWrite = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|PROTOCOL)/;

/** SQLite's own code, such as `SQLITE_BUSY`; null for an error that is not of the database. */
function sqliteCode(error: unknown): string | null {
  return failure.safeParse(error).data?.originalCode ?? null;
}

/** Another program holds the write lock. */
export function isBusy(error: unknown): boolean {
  return sqliteCode(error)?.startsWith('SQLITE_BUSY') ?? false;
}

/** Nothing can be written now (locked, disk full, read-only); it may be another time. */
export function isDatabaseFailure(error: unknown): boolean {
  return cannotWrite.test(sqliteCode(error) ?? '');
}

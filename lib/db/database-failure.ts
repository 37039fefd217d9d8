import { isConflict, isPostgresqlFailure, postgresqlCode } from '../postgresql/database-failure';
import { isWriteAgain } from '../postgresql/write-again';
import { isSqliteFailure, sqliteCode } from '../sqlite/database-failure';

/**
 * True if a later attempt may succeed: the database cannot be used now (locked, disk full, read-only, not reachable), or
 * other writes came first in each attempt.
 */
export function isDatabaseFailure(error: unknown): boolean {
  return isSqliteFailure(error) || isPostgresqlFailure(error) || isConflict(error) || isWriteAgain(error);
}

/** Whether a row could not be written because another one has the same value in a unique column. */
export function isDuplicate(error: unknown): boolean {
  return sqliteCode(error) === 'SQLITE_CONSTRAINT_UNIQUE' || postgresqlCode(error) === '23505';
}

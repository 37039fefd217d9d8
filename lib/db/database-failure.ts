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

const duplicate = ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505'];

/** Whether a row could not be written because another one has the same value in a unique column or the primary key. */
export function isDuplicate(error: unknown): boolean {
  return duplicate.some((code) => code === sqliteCode(error) || code === postgresqlCode(error));
}

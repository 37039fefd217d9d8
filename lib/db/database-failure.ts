import { isConflict, isPostgresqlFailure } from '../postgresql/database-failure';
import { isWriteAgain } from '../postgresql/write-again';
import { isSqliteFailure } from '../sqlite/database-failure';

/**
 * True if a later attempt may succeed: the database cannot be used now (locked, disk full, read-only, not reachable), or
 * other writes came first in each attempt.
 */
export function isDatabaseFailure(error: unknown): boolean {
  return isSqliteFailure(error) || isPostgresqlFailure(error) || isConflict(error) || isWriteAgain(error);
}

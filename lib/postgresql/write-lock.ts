import { createHash } from 'node:crypto';

/** The subjects of a write, such as an order's id. Writes with a subject in common exclude each other. */
export type Scope = string | readonly string[];

/** The first keys of the shop's locks, which no other program in the database should use. */
const EVERYTHING = 2_126_001;
const ONE = 2_126_002;

/**
 * Settings of one transaction. It waits for a lock for at most five seconds. PostgreSQL rolls the transaction back after four
 * seconds without a statement, for example when its process is frozen, so that other writes get its locks. The commit reaches
 * the disk even if the server's own setting is `off`.
 */
const SETTINGS = `set_config('lock_timeout', '5s', true),
  set_config('idle_in_transaction_session_timeout', '4s', true),
  CASE current_setting('synchronous_commit') WHEN 'off' THEN set_config('synchronous_commit', 'on', true) END`;

/**
 * The first statement of a write. Its locks end with the transaction. A write without a scope excludes all others. A
 * write with scopes excludes writes without a scope, and those that share a scope with it. Locks are taken in the order
 * of their keys, so that no two writes deadlock.
 */
export function lockStatement(scope?: Scope): { readonly text: string; readonly values: number[] } {
  if (scope === undefined) return { text: `SELECT ${SETTINGS}, pg_advisory_xact_lock(${EVERYTHING}, 0)`, values: [] };
  // Parameters, so that writes with the same number of scopes share a prepared statement.
  const values = [...new Set([scope].flat().map(keyOf))].sort((a, b) => a - b);
  const locks = values.map((_, index) => `pg_advisory_xact_lock(${ONE}, $${index + 1}::int)`);
  return {
    text: `SELECT ${[SETTINGS, `pg_advisory_xact_lock_shared(${EVERYTHING}, 0)`, ...locks].join(', ')}`,
    values,
  };
}

/** Two scopes may get the same key. Their writes then exclude each other needlessly, which does no harm. */
function keyOf(scope: string): number {
  return createHash('sha256').update(scope).digest().readInt32BE();
}

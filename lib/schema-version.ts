/**
 * Matches the name of a migration on which older code still runs. The second number is the time of a migration: code whose
 * newest migration is that one, or a later one, is supported.
 */
const EXPAND_ONLY = /^\d{14}_expand_from_(\d{14})_./;

/**
 * Why code whose migrations are `own` cannot run on a database with the migrations in `applied`. Null if it can: both
 * lists are the same, or the database is ahead and the names of its new migrations say that they support this code
 * (docs/decisions/rolling-deployments.md). `database` appears in the text, so it must not contain a password.
 */
export function describeSchemaMismatch(
  own: readonly string[],
  applied: readonly string[],
  database: string,
): string | null {
  const unknown = applied.filter((name) => !own.includes(name) && !supports(name, own));
  if (unknown.length > 0)
    return `The database ${database} is newer than this code (${unknown.join(', ')}). Run the version of the shop that made it.`;
  const missing = own.filter((name) => !applied.includes(name));
  if (missing.length > 0) return `The database ${database} lacks ${missing.join(', ')}. Run: npm run migrate`;
  return null;
}

/**
 * The time in a migration's name `…_expand_from_<time>_…`, otherwise null. The migration supports code whose newest
 * migration has that time or a later one.
 */
export function oldestSupported(migration: string): string | null {
  return EXPAND_ONLY.exec(migration)?.[1] ?? null;
}

function supports(migration: string, own: readonly string[]): boolean {
  const oldest = oldestSupported(migration);
  return oldest !== null && own.some((name) => name.slice(0, 14) >= oldest);
}

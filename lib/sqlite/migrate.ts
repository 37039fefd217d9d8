import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import SQLite from 'better-sqlite3';
import { sqlitePath } from './database';

// Prisma's own CLI fetches an engine from the internet before it migrates; this runner applies the same folders and
// keeps the same table, so a connected `prisma migrate deploy` finds its work done.

const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

type Migration = { name: string; sql: string; checksum: string };

function listMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** Applies what is missing, each migration in a transaction, and returns the names applied. */
export function migrate(url: string, folder: string): string[] {
  const path = sqlitePath(url);
  mkdirSync(dirname(path), { recursive: true });
  const db = new SQLite(path, { timeout: 10_000 });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.exec(TABLE);
    const applied: string[] = [];
    const record = db.prepare(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)`,
    );
    for (const migration of listMigrations(folder)) {
      const run = db.transaction(() => {
        const done = db
          .prepare(`SELECT checksum FROM "_prisma_migrations" WHERE migration_name = ? AND rolled_back_at IS NULL`)
          .get(migration.name) as { checksum: string } | undefined;
        if (done && done.checksum !== migration.checksum) {
          throw new Error(
            `Migration ${migration.name} was changed after it had been applied to ${path}. Restore the file, or add a new migration.`,
          );
        }
        if (done) return;
        const startedAt = Date.now();
        db.exec(migration.sql);
        record.run(randomUUID(), migration.checksum, migration.name, startedAt, Date.now());
        applied.push(migration.name);
      });
      run.immediate();
    }
    return applied;
  } finally {
    db.close();
  }
}

/** What stands between this code and that database, in a sentence with the command to run; null when they fit. */
export function describeMismatch(url: string, folder: string): string | null {
  const path = sqlitePath(url);
  const expected = listMigrations(folder).map((migration) => migration.name);
  const applied = appliedMigrations(path);
  const missing = expected.filter((name) => !applied.includes(name));
  const unknown = applied.filter((name) => !expected.includes(name));
  if (unknown.length > 0)
    return `The database ${path} is newer than this code (${unknown.join(', ')}). Run the version of the shop that made it.`;
  if (missing.length > 0) return `The database ${path} lacks ${missing.join(', ')}. Run: npm run migrate`;
  return null;
}

function appliedMigrations(path: string): string[] {
  if (!existsSync(path)) return [];
  const db = new SQLite(path, { readonly: true });
  try {
    const rows = db
      .prepare(`SELECT migration_name AS name FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`)
      .all();
    return (rows as { name: string }[]).map((row) => row.name);
  } catch {
    return [];
  } finally {
    db.close();
  }
}

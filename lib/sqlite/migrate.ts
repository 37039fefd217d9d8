import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import SQLite from 'better-sqlite3';
import { changedMigration, listMigrations, migrationNames } from '../list-migrations';
import { describeSchemaMismatch } from '../schema-version';
import { describeDisk } from './describe-disk';
import { keepPrivate } from './keep-private';
import { sqlitePath } from './sqlite-path';

// Prisma's own CLI downloads an engine before it migrates. This runner applies the same folders and maintains the same
// table, so `prisma migrate deploy` finds them already applied.

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

/** Applies missing migrations, one transaction each, and returns their names. */
export function migrate(url: string, folder: string): string[] {
  const path = sqlitePath(url);
  mkdirSync(dirname(path), { recursive: true });
  const problem = describeDisk(url);
  if (problem) throw new Error(problem);
  closeSync(openSync(path, 'a', 0o600));
  keepPrivate(path);
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
          .prepare<[string], { checksum: string }>(
            `SELECT checksum FROM "_prisma_migrations" WHERE migration_name = ? AND rolled_back_at IS NULL`,
          )
          .get(migration.name);
        if (done && done.checksum !== migration.checksum) throw changedMigration(migration, path);
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

/** Why this code cannot run on the database, with the remedy. Null if it can. Throws if the file cannot be read. */
export function describeMismatch(url: string, folder: string): string | null {
  // Checked first: SQLite cannot read a database if it cannot create the -wal and -shm files next to it.
  const problem = describeDisk(url);
  if (problem) return problem;
  const path = sqlitePath(url);
  return describeSchemaMismatch(migrationNames(folder), appliedMigrations(path), path);
}

function appliedMigrations(path: string): string[] {
  if (!existsSync(path)) return [];
  const db = new SQLite(path, { readonly: true });
  try {
    const rows = db
      .prepare<[], string>(`SELECT migration_name FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`)
      .pluck();
    return rows.all();
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('no such table')) return [];
    throw new Error(`The database ${path} cannot be read: ${error instanceof Error ? error.message : error}.`);
  } finally {
    db.close();
  }
}

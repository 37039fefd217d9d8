import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { changedMigration, listMigrations, type Migration, migrationNames } from '../list-migrations';
import { describeSchemaMismatch } from '../schema-version';
import { postgresqlCode } from './database-failure';
import { describeConnection } from './describe-connection';
import { connectionOptions, databaseName } from './pool';

/** The table as Prisma creates it, so that `prisma migrate deploy` finds every migration applied. */
const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"              VARCHAR(64) NOT NULL,
    "finished_at"           TIMESTAMPTZ,
    "migration_name"        VARCHAR(255) NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        TIMESTAMPTZ,
    "started_at"            TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count"   INTEGER NOT NULL DEFAULT 0
)`;

/** Prisma's own lock, so that `prisma migrate deploy` waits too. */
const LOCK = 72_707_369;
const OLDEST_VERSION = 14;

/**
 * While a migration waits for a table, every later statement on the table waits behind it, even reads. So it waits only
 * briefly, and tries again for as long as a backup or a long report may take.
 */
const TABLE_WAIT = '1s';
const PAUSE_MS = 1_000;
const MAX_ATTEMPTS = 300;

/** Applies missing migrations, one transaction each, and returns their names. Processes may run this concurrently. */
export async function migrate(url: string, folder: string): Promise<string[]> {
  return connected(url, async (client) => {
    const applied: string[] = [];
    await inTransaction(client, () => client.query(TABLE));
    for (const migration of listMigrations(folder)) {
      const isApplied = await inTransaction(client, () => apply(client, migration, databaseName(url)));
      if (isApplied) applied.push(migration.name);
    }
    return applied;
  });
}

async function inTransaction<T>(client: pg.Client, run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    await client.query('BEGIN');
    try {
      await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      await client.query(`SET LOCAL lock_timeout = '${TABLE_WAIT}'`);
      const result = await run();
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK');
      if (postgresqlCode(error) !== '55P03' || attempt === MAX_ATTEMPTS) throw error;
      await pause(PAUSE_MS);
    }
  }
}

async function apply(client: pg.Client, migration: Migration, database: string): Promise<boolean> {
  const { rows } = await client.query<{ checksum: string }>(
    `SELECT checksum FROM "_prisma_migrations" WHERE migration_name = $1 AND rolled_back_at IS NULL`,
    [migration.name],
  );
  if (rows[0] && rows[0].checksum !== migration.checksum) throw changedMigration(migration, database);
  if (rows[0]) return false;
  await client.query(migration.sql);
  await client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), migration.checksum, migration.name],
  );
  return true;
}

/** Why the database cannot be used with this code, with the remedy. Null if it can. */
export async function describeMismatch(url: string, folder: string): Promise<string | null> {
  try {
    return await connected(url, async (client) => {
      const { rows } = await client.query<{ applied: boolean }>(
        `SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS applied`,
      );
      const applied = rows[0]?.applied ? await appliedMigrations(client) : [];
      return describeSchemaMismatch(migrationNames(folder), applied, databaseName(url));
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  );
  return rows.map(({ name }) => name);
}

/** Throws an error that names DATABASE_URL, and never its password, if the database cannot be reached. */
async function connected<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionOptions(url));
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new Error(describeConnection(url, error));
  }
  try {
    const { rows } = await client.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS version`,
    );
    const version = rows[0]?.version ?? 0;
    if (version < OLDEST_VERSION)
      throw new Error(
        `The server of DATABASE_URL is PostgreSQL ${version}, which is too old. Use PostgreSQL ${OLDEST_VERSION} or newer.`,
      );
    return await run(client);
  } finally {
    await client.end().catch(() => {});
  }
}

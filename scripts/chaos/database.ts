// Reads and disturbs the shop's database during a run. Times are text in ISO 8601, or what SQLite stores.
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import pg from 'pg';
import { isPostgresqlFailure } from '../../lib/postgresql/database-failure';
import { openBooksDatabase } from '../../lib/testing/books-database';

type Value = string | number | null;

export type ShopDatabase = {
  /** Runs a statement in SQL that both databases understand, with `?` for each value. */
  rows<Row extends pg.QueryResultRow>(sql: string, ...values: Value[]): Promise<Row[]>;
  /** Holds a lock that stops the shop's writes of orders and payments. */
  lock(lastsMs: number): Promise<void>;
  close(): Promise<void>;
};

export function openDatabase(url: string): ShopDatabase {
  return url.startsWith('file:') ? openFile(url) : openPostgresql(url);
}

function openFile(url: string): ShopDatabase {
  const file = openBooksDatabase(url);
  return {
    rows: async (sql, ...values) => file.rows(sql, ...values),
    lock: async (lastsMs) => {
      const other = new Database(url.slice('file:'.length), { timeout: 5000 });
      try {
        other.exec('BEGIN IMMEDIATE');
        await pause(lastsMs);
        other.exec('ROLLBACK');
      } finally {
        other.close();
      }
    },
    close: async () => void file.close(),
  };
}

const BIGINT = 20;
const TIMESTAMP = 1114;
/**
 * The time for which a failed statement is repeated, because a restart of PostgreSQL takes seconds. Every statement of
 * a run may be repeated. This process is also the proxy, so waiting must not block it.
 */
const PATIENCE_MS = 60_000;

function openPostgresql(url: string): ShopDatabase {
  const types = new pg.TypeOverrides();
  types.setTypeParser(BIGINT, Number);
  types.setTypeParser(TIMESTAMP, (text: string) => `${text.replace(' ', 'T')}+00:00`);
  const pool = new pg.Pool({ connectionString: url, types, max: 4 });
  pool.on('error', () => {});
  const rows = async <Row extends pg.QueryResultRow>(sql: string, ...values: Value[]): Promise<Row[]> => {
    let position = 0;
    const text = sql.replace(/\?/g, () => `$${++position}`);
    for (const until = Date.now() + PATIENCE_MS; ; await pause(100)) {
      try {
        return (await pool.query<Row>(text, values)).rows;
      } catch (error) {
        if (!isPostgresqlFailure(error) || Date.now() > until) throw error;
      }
    }
  };
  return {
    rows,
    lock: (lastsMs) => lockTable(pool, lastsMs),
    close: () => pool.end(),
  };
}

/** Holds a lock on a table in a separate session. Reads continue, as they do while SQLite's write lock is held. */
async function lockTable(pool: pg.Pool, lastsMs: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN; LOCK TABLE "Payment" IN EXCLUSIVE MODE');
    await pause(lastsMs);
    await client.query('ROLLBACK');
  } finally {
    client.release();
  }
}

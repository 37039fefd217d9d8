import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPostgresqlDatabase, type TestDatabase } from '../testing/postgresql-database';
import { describeMismatch, migrate } from './migrate';

let folder: string;
let database: TestDatabase;
const first = '20260101000000_jars';
const second = '20260201000000_lid';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'migrate-'));
  database = await createPostgresqlDatabase({ empty: true });
  write(first, 'CREATE TABLE "Jar" ("id" INTEGER PRIMARY KEY); INSERT INTO "Jar" VALUES (1);\n');
});
afterEach(async () => {
  await database.remove();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, sql: string) {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'migration.sql'), sql);
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client(database.url);
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows;
}

const name = () => new URL(database.url).pathname.slice(1);
const place = () => `${name()} at ${new URL(database.url).host}`;
/** The message with which a server refuses to start if its database URL is changed in this way. */
function mismatchOf(change: (url: URL) => void) {
  const url = new URL(database.url);
  change(url);
  return describeMismatch(url.href, folder);
}

describe('migrate', () => {
  it('applies every migration once, however many processes start at once', async () => {
    write(second, 'ALTER TABLE "Jar" ADD COLUMN "lid" TEXT;');
    const applied = await Promise.all(Array.from({ length: 10 }, () => migrate(database.url, folder)));
    expect(applied.flat().sort()).toEqual([first, second]);
    expect(await query('SELECT * FROM "Jar"')).toEqual([{ id: 1, lid: null }]);
  });

  it('lets others read a table while it waits for a transaction that uses the table', async () => {
    await migrate(database.url, folder);
    write(second, 'ALTER TABLE "Jar" ADD COLUMN "lid" TEXT;');
    const reader = new pg.Client(database.url);
    await reader.connect();
    await reader.query('BEGIN');
    await reader.query('SELECT * FROM "Jar"');
    let isDone = false;
    const migrating = migrate(database.url, folder).finally(() => {
      isDone = true;
    });
    const waiting = `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = '"Jar"'::regclass`;
    await vi.waitFor(async () => expect(await query(waiting)).toHaveLength(1), { timeout: 10_000 });
    expect(await query('SELECT id FROM "Jar"')).toEqual([{ id: 1 }]);
    expect(isDone).toBe(false);
    await reader.query('COMMIT');
    await reader.end();
    expect(await migrating).toEqual([second]);
  });

  it('records migrations as Prisma does', async () => {
    await migrate(database.url, folder);
    expect(
      await query(
        'SELECT checksum, migration_name, logs, rolled_back_at, applied_steps_count, finished_at >= started_at AS finished FROM _prisma_migrations',
      ),
    ).toEqual([
      {
        // sha256sum of the file
        checksum: 'a672231b2657899f35611d7ced65331fe675f7190cb878377b0d0ff245a0f884',
        migration_name: first,
        logs: null,
        rolled_back_at: null,
        applied_steps_count: 1,
        finished: true,
      },
    ]);
  });

  it('keeps nothing of a migration that fails', async () => {
    await migrate(database.url, folder);
    write(second, 'ALTER TABLE "Jar" ADD COLUMN "lid" TEXT; SELECT 1 / 0;');
    await expect(migrate(database.url, folder)).rejects.toThrow('division by zero');
    expect(await query('SELECT * FROM "Jar"')).toEqual([{ id: 1 }]);
    expect(await describeMismatch(database.url, folder)).toContain(`lacks ${second}`);
  });

  it('refuses a migration that was changed after it was applied', async () => {
    await migrate(database.url, folder);
    write(first, 'CREATE TABLE "Jar" ("id" TEXT PRIMARY KEY);');
    await expect(migrate(database.url, folder)).rejects.toThrow(
      `Migration ${first} was changed after it was applied to ${place()}. Restore the file, or add a new migration.`,
    );
  });
});

describe('at start-up, a database', () => {
  it('that matches is accepted', async () => {
    await migrate(database.url, folder);
    expect(await describeMismatch(database.url, folder)).toBeNull();
  });

  it('that is older or newer than the code is refused with a remedy', async () => {
    expect(await describeMismatch(database.url, folder)).toBe(
      `The database ${place()} lacks ${first}. Run: npm run migrate`,
    );
    write(second, 'SELECT 1;');
    await migrate(database.url, folder);
    rmSync(join(folder, second), { recursive: true });
    expect(await describeMismatch(database.url, folder)).toBe(
      `The database ${place()} is newer than this code (${second}). Run the version of the shop that made it.`,
    );
  });

  it('that cannot be opened is refused with a message that names DATABASE_URL but not its password', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    const port = portOf(closed);
    await new Promise((resolve) => closed.close(resolve));
    const texts = await Promise.all([
      mismatchOf((url) => {
        url.password = 's3cret';
      }),
      mismatchOf((url) => {
        url.pathname = '/none';
      }),
      mismatchOf((url) => {
        url.port = String(port);
      }),
      mismatchOf((url) => {
        url.hostname = 'none.invalid';
      }),
      mismatchOf((url) => {
        url.searchParams.set('sslmode', 'verify-full');
      }),
    ]);
    expect(texts).toEqual([
      `The database ${place()} refused the user or the password in DATABASE_URL. Correct them.`,
      expect.stringContaining('does not exist. Create it, or correct its name in DATABASE_URL.'),
      expect.stringContaining(
        'cannot be reached. Check the host and port in DATABASE_URL, and that PostgreSQL runs there.',
      ),
      expect.stringContaining('has no address. Check the host and port in DATABASE_URL'),
      `The database ${place()} does not offer TLS. Enable it there, or remove sslmode from DATABASE_URL.`,
    ]);
    const password = new URL(database.url).password;
    for (const text of texts) {
      expect(text).not.toContain(password);
      expect(text).not.toContain(decodeURIComponent(password));
      expect(text).not.toContain('s3cret');
    }
  });
});

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

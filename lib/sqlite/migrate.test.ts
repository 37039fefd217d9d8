import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeMismatch, migrate } from './migrate';

let folder: string;
let migrations: string;
let path: string;
let url: string;

const first = 'CREATE TABLE "Jar" ("id" INTEGER PRIMARY KEY, "what" TEXT NOT NULL);\n';
const second = 'ALTER TABLE "Jar" ADD COLUMN "lid" TEXT;\n';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migrate-'));
  migrations = join(folder, 'migrations');
  path = join(folder, 'data', 'jars.db');
  url = `file:${path}`;
  writeMigration('20260101000000_jars', first);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writeMigration(name: string, sql: string) {
  mkdirSync(join(migrations, name), { recursive: true });
  writeFileSync(join(migrations, name, 'migration.sql'), sql);
}

function query(sql: string): Record<string, unknown>[] {
  const db = new SQLite(path);
  try {
    return db.prepare(sql).all() as Record<string, unknown>[];
  } finally {
    db.close();
  }
}

const columns = () => query('PRAGMA table_info("Jar")').map(({ name }) => name);

describe('migrate', () => {
  it('creates the file and its folder, and applies every migration once', () => {
    expect(migrate(url, migrations)).toEqual(['20260101000000_jars']);
    expect(migrate(url, migrations)).toEqual([]);
    expect(columns()).toEqual(['id', 'what']);
  });

  it('applies migrations by name, and later only new ones', () => {
    writeMigration('20260301000000_label', 'UPDATE "Jar" SET "lid" = \'cork\';\n');
    writeMigration('20260201000000_lid', second);
    expect(migrate(url, migrations)).toEqual(['20260101000000_jars', '20260201000000_lid', '20260301000000_label']);
    writeMigration('20260401000000_weight', 'ALTER TABLE "Jar" ADD COLUMN "weight" INTEGER;');
    expect(migrate(url, migrations)).toEqual(['20260401000000_weight']);
    expect(columns()).toEqual(['id', 'what', 'lid', 'weight']);
  });

  it('records migrations in Prisma’s table', () => {
    migrate(url, migrations);
    const [row] = query('SELECT * FROM "_prisma_migrations"');
    expect(row).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      checksum: createHash('sha256').update(first).digest('hex'),
      migration_name: '20260101000000_jars',
      logs: null,
      rolled_back_at: null,
      applied_steps_count: 1,
    });
    expect(Number(row?.finished_at)).toBeGreaterThanOrEqual(Number(row?.started_at));
  });

  it('rejects a migration that was changed after it was applied', () => {
    migrate(url, migrations);
    writeMigration('20260101000000_jars', first.replace('TEXT', 'BLOB'));
    expect(() => migrate(url, migrations)).toThrow(/20260101000000_jars was changed after it was applied/);
  });

  it('ignores Windows line endings', () => {
    migrate(url, migrations);
    writeMigration('20260101000000_jars', first.replaceAll('\n', '\r\n'));
    expect(migrate(url, migrations)).toEqual([]);
  });

  it('rolls back a failed migration, and applies it once its file is corrected', () => {
    writeMigration('20260201000000_lid', `${second}INSERT INTO "Shelf" VALUES (1);\n`);
    expect(() => migrate(url, migrations)).toThrow(/no such table: Shelf/);
    expect(columns()).toEqual(['id', 'what']);
    writeMigration('20260201000000_lid', second);
    expect(migrate(url, migrations)).toEqual(['20260201000000_lid']);
    expect(columns()).toEqual(['id', 'what', 'lid']);
  });

  it.skipIf(process.platform === 'win32')('creates a file that only its owner can read', () => {
    migrate(url, migrations);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('leaves the database durable and in WAL mode', () => {
    migrate(url, migrations);
    expect(query('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
  });
});

describe('describeMismatch', () => {
  it('returns null if code and database match', () => {
    migrate(url, migrations);
    expect(describeMismatch(url, migrations)).toBeNull();
  });

  it('names missing migrations and the command to run, and creates no file', () => {
    const sentence = `The database ${path} lacks 20260101000000_jars. Run: npm run migrate`;
    expect(describeMismatch(url, migrations)).toBe(sentence);
    expect(existsSync(path)).toBe(false);
  });

  it('names the missing migrations of an empty file too', () => {
    mkdirSync(join(folder, 'data'));
    query('SELECT 1');
    expect(describeMismatch(url, migrations)).toMatch(/lacks 20260101000000_jars/);
  });

  it('reports an unreadable file instead of missing migrations', () => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(path, 'x'.repeat(5_000));
    expect(() => describeMismatch(url, migrations)).toThrow(
      `The database ${path} cannot be read: file is not a database.`,
    );
  });

  it('reports a database that is newer than the code', () => {
    writeMigration('20260201000000_lid', second);
    migrate(url, migrations);
    rmSync(join(migrations, '20260201000000_lid'), { recursive: true });
    expect(describeMismatch(url, migrations)).toBe(
      `The database ${path} is newer than this code (20260201000000_lid). Run the version of the shop that made it.`,
    );
  });
});

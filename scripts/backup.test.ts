import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate } from '../lib/sqlite/migrate';

let folder: string;
let url: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
  url = `file:${join(folder, 'shop.db')}`;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function backUp(...args: string[]) {
  return spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/backup.ts', ...args], {
    env: { ...process.env, DATABASE_URL: url },
    encoding: 'utf8',
  });
}

it('copies the committed state of a database into one file while the database is in use', () => {
  migrate(url, 'prisma/shop/migrations');
  const shop = new Database(join(folder, 'shop.db'));
  const add = shop.prepare('INSERT INTO Category (slug, position) VALUES (?, 1)');
  add.run('committed');
  shop.exec('BEGIN IMMEDIATE');
  add.run('not committed');
  const { stdout, status } = backUp();
  shop.exec('ROLLBACK');
  shop.close();

  expect(status).toBe(0);
  if (process.platform !== 'win32') expect(statSync(stdout.trim()).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'backup'))).toEqual([expect.stringMatching(/^shop-[\d-]{19}\.db$/)]);
  const copy = new Database(stdout.trim(), { readonly: true, fileMustExist: true });
  expect(copy.prepare('SELECT slug FROM Category').pluck().all()).toEqual(['committed']);
  copy.close();
  expect(migrate(`file:${stdout.trim()}`, 'prisma/shop/migrations')).toEqual([]);
});

it('tells a shop on PostgreSQL to use pg_dump', () => {
  url = 'postgresql://shop:s3cret@127.0.0.1:1/shop';
  const { stderr, status } = backUp();
  expect(status).toBe(1);
  expect(stderr).toBe('The shop is on PostgreSQL. Back it up with pg_dump: see docs/going-live.md.\n');
});

it('writes to the given folder, and reports errors', () => {
  expect(backUp()).toMatchObject({ status: 1, stdout: '' });
  expect(existsSync(join(folder, 'shop.db'))).toBe(false);
  writeFileSync(join(folder, 'shop.db'), 'no database at all, but long enough to be looked at as one'.repeat(20));
  expect(backUp()).toMatchObject({ status: 1, stderr: 'file is not a database\n' });
  rmSync(join(folder, 'shop.db'));
  migrate(url, 'prisma/shop/migrations');
  expect(backUp(join(folder, 'elsewhere')).status).toBe(0);
  expect(readdirSync(join(folder, 'elsewhere'))).toHaveLength(1);
});

import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { migrate } from '../lib/sqlite/migrate';
import { bundle } from '../lib/testing/bundle';

// Each run of the command takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const script = await bundle('scripts/backup.ts');
let folder: string;
let url: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
  url = `file:${join(folder, 'shop.db')}`;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function backUp(variables: Record<string, string> = {}, ...args: string[]) {
  return spawnSync(process.execPath, [script, ...args], {
    env: { ...process.env, DATABASE_URL: url, ...variables },
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

it('copies each uploaded picture once, and nothing else of the folder', () => {
  migrate(url, 'prisma/shop/migrations');
  const media = join(folder, 'media');
  mkdirSync(media);
  const name = `${'0'.repeat(32)}-90x60-90.webp`;
  writeFileSync(join(media, name), 'a picture');
  writeFileSync(join(media, `${name}.key.partial`), 'half of a picture');
  const copies = join(folder, 'backup', 'media');
  expect(backUp().stdout.split('\n')[1]).toBe(`New picture files in ${copies}: 1`);
  expect(readFileSync(join(copies, name), 'utf8')).toBe('a picture');
  rmSync(join(media, name));
  expect(backUp().stdout.trim().split('\n')).toHaveLength(1);
  expect(readdirSync(copies)).toEqual([name]);
});

it('a backup that fails, and one that was killed an hour ago, leave nothing behind', () => {
  const backups = join(folder, 'backup');
  mkdirSync(backups);
  const abandoned = join(backups, 'shop-2026-01-01-00-00-00.db.partial');
  writeFileSync(abandoned, 'names and addresses');
  utimesSync(abandoned, new Date(0), new Date(0));
  writeFileSync(join(backups, 'shop-2026-01-01-00-00-01.db.partial'), 'a backup that is still running');
  // Long enough to be read as a database.
  writeFileSync(join(folder, 'shop.db'), 'no database at all. '.repeat(60));
  expect(backUp()).toMatchObject({ status: 1, stderr: 'file is not a database\n' });
  expect(readdirSync(backups)).toEqual(['shop-2026-01-01-00-00-01.db.partial']);
});

it.skipIf(process.platform !== 'linux')('the name of a backup is synced to the disk before the command ends', () => {
  migrate(url, 'prisma/shop/migrations');
  const trace = join(folder, 'trace');
  const hook = join(folder, 'hook.cjs');
  // Records the calls of the command in the order in which they are made.
  writeFileSync(
    hook,
    `const fs = require('node:fs');
    for (const name of ['fsyncSync', 'renameSync']) {
      const call = fs[name];
      fs[name] = (...args) => {
        const what = name === 'fsyncSync' ? fs.readlinkSync('/proc/self/fd/' + args[0]) : args[1];
        fs.appendFileSync(${JSON.stringify(trace)}, name + ' ' + what + '\\n');
        return call(...args);
      };
    }
    require('node:module').syncBuiltinESMExports();`,
  );
  const { stdout } = backUp({ NODE_OPTIONS: `--require ${hook}` });
  const target = stdout.trim();
  const calls = readFileSync(trace, 'utf8').trim().split('\n').slice(-3);
  expect(calls).toEqual([`fsyncSync ${target}.partial`, `renameSync ${target}`, `fsyncSync ${join(folder, 'backup')}`]);
});

it('tells a shop on PostgreSQL to install pg_dump', () => {
  url = 'postgresql://shop:s3cret@127.0.0.1:1/shop';
  const { stderr, status } = backUp({ PATH: folder }, join(folder, 'elsewhere'));
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^The shop is on PostgreSQL, and pg_dump is not installed here. Install .* see docs\/going-live.md.\n$/,
  );
  expect(readdirSync(join(folder, 'elsewhere'))).toEqual([]);
});

it('writes to the given folder, and reports errors', () => {
  expect(backUp()).toMatchObject({ status: 1, stdout: '' });
  expect(existsSync(join(folder, 'shop.db'))).toBe(false);
  migrate(url, 'prisma/shop/migrations');
  expect(backUp({}, join(folder, 'elsewhere')).status).toBe(0);
  expect(readdirSync(join(folder, 'elsewhere'))).toHaveLength(1);
});

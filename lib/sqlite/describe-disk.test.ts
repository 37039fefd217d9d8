import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeDisk } from './describe-disk';
import { describeMismatch, migrate } from './migrate';

const migrations = 'prisma/shop/migrations';
const NOBODY = 65_534;
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'disk-'));
  path = join(folder, 'shop.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('returns null for a writable disk and leaves no file', () => {
  expect(describeDisk(`file:${path}`)).toBeNull();
  expect(describeDisk(`file:${join(folder, 'deep', 'shop.db')}`)).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
});

it.skipIf(process.platform === 'win32')('names a read-only folder instead of missing migrations', () => {
  migrate(`file:${path}`, migrations);
  chmodSync(folder, 0o555);
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    expect(describeMismatch(`file:${path}`, migrations)).toBe(
      `The database ${path} cannot be written: this user has no write access. Change the owner or the permissions, then start again.`,
    );
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(folder, 0o755);
  }
});

it.skipIf(process.platform === 'win32')('stops a migration before it starts, with the same message', () => {
  // The kernel refuses to grow a file: this needs neither a full disk nor special permissions.
  const { status, stderr } = spawnSync('sh', ['-c', 'ulimit -f 100; exec node --import tsx scripts/migrate.ts'], {
    env: { ...process.env, DATABASE_URL: `file:${path}`, SEQR_SANDBOX: 'off', NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  expect(stderr).toBe(
    `The database ${path} cannot be written: a limit on the size of files is reached (ulimit -f). Raise it, then start again.\n`,
  );
  expect(status).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

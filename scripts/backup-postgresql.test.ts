import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShopDatabase } from '../lib/db/client';
import { describeShopMismatch, migrateShop } from '../lib/db/migrate';
import { bundle } from '../lib/testing/bundle';
import { debianPostgresql } from '../lib/testing/debian-tools';
import { type PostgresqlServer, startPostgresql } from '../lib/testing/postgresql-server';
import { catalogue } from '../prisma/shop/seed/catalogue';
import { seedCatalogue } from '../prisma/shop/seed/seed-catalogue';

const installed = debianPostgresql();
const script = await bundle('scripts/backup.ts');

// Runs the commands that docs/going-live.md tells the reader to run. Restoring sets PGPASSWORD, as the reader does.
describe.skipIf(installed === null)('a PostgreSQL backup', () => {
  let server: PostgresqlServer;
  let folder: string;
  beforeAll(async () => {
    server = await startPostgresql(installed ? { installed } : {});
    folder = mkdtempSync(join(tmpdir(), 'dump-'));
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const bin = join(installed ?? '', 'bin');
  const run = (tool: string, ...args: string[]) =>
    execFileSync(join(bin, tool), args, { stdio: ['ignore', 'ignore', 'inherit'] });
  /** Runs `npm run backup` with the programs in `path`. */
  const backUp = (url: string, path = bin) =>
    spawnSync(process.execPath, [script, folder], {
      env: { ...process.env, DATABASE_URL: url, PATH: `${path}${delimiter}${process.env.PATH}` },
      encoding: 'utf8',
    });

  it('can be restored into an empty database, where constraints and the append-only history still hold', async () => {
    await migrateShop(server.url);
    const shop = openShopDatabase(server.url, 2);
    await shop.write((tx) => seedCatalogue(tx, catalogue));
    const products = await shop.read.product.findMany({ orderBy: { slug: 'asc' }, include: { texts: true } });
    const { stdout, stderr, status } = backUp(server.url);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    const file = stdout.trim();
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^postgres-[\d-]{19}\.dump$/)]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await shop.write((tx) => tx.product.updateMany({ data: { stock: 0 } }));
    await shop.close();

    const restored = new URL(server.url);
    restored.pathname = 'restored';
    run('createdb', `--maintenance-db=${server.url}`, 'restored');
    run('pg_restore', '--exit-on-error', '--no-owner', `--dbname=${restored.href}`, file);
    expect(await describeShopMismatch(restored.href)).toBeNull();
    const copy = openShopDatabase(restored.href, 2);
    expect(await copy.read.product.findMany({ orderBy: { slug: 'asc' }, include: { texts: true } })).toEqual(products);
    await expect(copy.write((tx) => tx.product.updateMany({ data: { stock: -1 } }))).rejects.toThrow(/constraint/);
    await expect(copy.write((tx) => tx.$executeRaw`TRUNCATE "OrderEvent"`)).rejects.toThrow('append-only');
    await copy.close();
  }, 60_000);

  it('that fails says why without the password, and leaves nothing behind', () => {
    const before = readdirSync(folder);
    const url = new URL(server.url);
    url.password = 's3cret';
    const { stdout, stderr, status } = backUp(url.href);
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
    expect(stderr).toMatch(
      /^The database postgres at 127.0.0.1:\d+ was not backed up.*\n.*password authentication failed/,
    );
    expect(stderr).not.toContain('s3cret');
    expect(readdirSync(folder)).toEqual(before);
  }, 60_000);

  it('that is stopped leaves nothing behind', async () => {
    const before = readdirSync(folder);
    const path = mkdtempSync(join(tmpdir(), 'slow-'));
    writeFileSync(join(path, 'pg_dump'), '#!/bin/sh\nexec sleep 60\n', { mode: 0o755 });
    const child = spawn(process.execPath, [script, folder], {
      env: { ...process.env, DATABASE_URL: server.url, PATH: `${path}${delimiter}${process.env.PATH}` },
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    await expect.poll(() => readdirSync(folder), { timeout: 50_000 }).not.toEqual(before);
    child.kill('SIGTERM');
    expect(await ended).toEqual([1, null]);
    expect(readdirSync(folder)).toEqual(before);
    rmSync(path, { recursive: true });
  }, 90_000);

  it('passes the password in the environment, where other users of the machine cannot read it', () => {
    const path = join(folder, 'programs');
    mkdirSync(path);
    writeFileSync(join(path, 'pg_dump'), '#!/bin/sh\necho "$@" "($PGPASSWORD)" "($PGSSLMODE)" >&2\nexit 1\n', {
      mode: 0o755,
    });
    const { stderr } = backUp('postgresql://shop:p%40ss@127.0.0.1:1/shop?sslmode=no-verify', path);
    expect(stderr).toMatch(/--format=custom --no-password --file=\S+\.dump\.partial \(p@ss\) \(require\)\n$/);
  }, 60_000);
});

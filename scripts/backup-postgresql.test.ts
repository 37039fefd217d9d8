import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShopDatabase } from '../lib/db/client';
import { describeShopMismatch, migrateShop } from '../lib/db/migrate';
import { debianPostgresql } from '../lib/testing/debian-tools';
import { type PostgresqlServer, startPostgresql } from '../lib/testing/postgresql-server';
import { catalogue } from '../prisma/shop/seed/catalogue';
import { seedCatalogue } from '../prisma/shop/seed/seed-catalogue';

const installed = debianPostgresql();

// Runs the commands that docs/going-live.md tells the reader to run.
describe.skipIf(installed === null)('a PostgreSQL backup', () => {
  let server: PostgresqlServer;
  let folder: string;
  beforeAll(async () => {
    server = await startPostgresql(installed ? { installed } : {});
    folder = mkdtempSync(join(tmpdir(), 'dump-'));
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (tool: string, ...args: string[]) =>
    execFileSync(join(installed ?? '', 'bin', tool), args, { stdio: ['ignore', 'ignore', 'inherit'] });

  it('can be restored into an empty database, where constraints and the append-only history still hold', async () => {
    await migrateShop(server.url);
    const shop = openShopDatabase(server.url, 2);
    await shop.write((tx) => seedCatalogue(tx, catalogue));
    const products = await shop.read.product.findMany({ orderBy: { slug: 'asc' }, include: { texts: true } });
    const file = join(folder, 'shop.dump');
    run('pg_dump', '--format=custom', `--file=${file}`, server.url);
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
});

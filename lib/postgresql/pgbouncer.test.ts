import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShopDatabase } from '../db/client';
import { describeShopMismatch, migrateShop } from '../db/migrate';
import { debianPgbouncer } from '../testing/debian-tools';
import { createPostgresqlDatabase, type TestDatabase } from '../testing/postgresql-database';

const program = debianPgbouncer();

describe.skipIf(program === null)('through PgBouncer in transaction mode', () => {
  let database: TestDatabase;
  let bouncer: ChildProcess;
  let folder: string;
  let url: string;

  beforeAll(async () => {
    database = await createPostgresqlDatabase({ empty: true });
    folder = mkdtempSync(join(tmpdir(), 'pgbouncer-'));
    chmodSync(folder, 0o755);
    const { hostname, port, pathname, username, password } = new URL(database.url);
    const own = await freePort();
    const quoted = decodeURIComponent(password).replaceAll("'", "''");
    writeFileSync(
      join(folder, 'pgbouncer.ini'),
      `[databases]
shop = host=${hostname} port=${port} dbname=${pathname.slice(1)} user=${username} password='${quoted}'
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${own}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 3
max_client_conn = 100
`,
    );
    // PgBouncer refuses to run as root.
    const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
    bouncer = spawn(program ?? '', [...user, join(folder, 'pgbouncer.ini')], { stdio: 'ignore' });
    url = `postgresql://shop@127.0.0.1:${own}/shop`;
    await ready(url, bouncer);
  });
  afterAll(async () => {
    const ended = once(bouncer, 'exit');
    bouncer.kill('SIGINT');
    await ended;
    await database.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('the shop migrates and runs writes one after the other, with more connections than PgBouncer opens', async () => {
    await migrateShop(url);
    expect(await describeShopMismatch(url)).toBeNull();
    const shops = [openShopDatabase(url, 10), openShopDatabase(url, 10)];
    await shops[0]?.write((tx) => tx.orderNumber.create({ data: { id: 1, next: 0 } }));
    const add = (n: number) =>
      shops[n % 2]?.write(
        async (tx) => {
          const { next } = await tx.orderNumber.findUniqueOrThrow({ where: { id: 1 } });
          await tx.orderNumber.update({ where: { id: 1 }, data: { next: next + 1 } });
        },
        n % 3 === 0 ? undefined : ['the number'],
      );
    const reads = shops.map((shop) => shop.read.order.count());
    await Promise.all([...Array.from({ length: 40 }, (_, n) => add(n)), ...reads]);
    expect(await shops[1]?.read.orderNumber.findMany()).toEqual([{ id: 1, next: 40 }]);
    await Promise.all(shops.map((shop) => shop.close()));
  }, 60_000);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

async function ready(url: string, { exitCode }: ChildProcess): Promise<void> {
  for (const until = performance.now() + 30_000; ; await pause(20)) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      return;
    } catch (error) {
      if (exitCode !== null || performance.now() > until) throw new Error('PgBouncer did not start.', { cause: error });
    } finally {
      await client.end().catch(() => {});
    }
  }
}

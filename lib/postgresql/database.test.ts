import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { now } from '../clock';
import { openShopDatabase, type ShopDatabase, type Tx, WriteAgain } from '../db/client';
import { isDatabaseFailure } from '../db/database-failure';
import { migrateShop } from '../db/migrate';
import { createPostgresqlDatabase, type TestDatabase } from '../testing/postgresql-database';
import { type PostgresqlServer, startPostgresql } from '../testing/postgresql-server';
import { startProxy as startTcpProxy } from '../testing/tcp-proxy';
import { lockStatement } from './write-lock';

let database: TestDatabase;
let shop: ShopDatabase;
let other: pg.Client;

beforeEach(async () => {
  database = await createPostgresqlDatabase();
  shop = openShopDatabase(database.url, 4);
  other = new pg.Client(database.url);
  await other.connect();
  other.on('error', () => {});
});
afterEach(async () => {
  await other.end();
  await shop.close();
  await database.remove();
});

const note = (tx: Tx, id: string) => tx.endedSession.create({ data: { id, expiresAt: new Date(0) } });
const change = (tx: Tx, id: string) => tx.endedSession.update({ where: { id }, data: { expiresAt: now() } });
const count = () => shop.read.endedSession.count();
const reasonOf = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error);

function gate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, passed };
}

describe('a write', () => {
  it('waits for writes with the same scope, and for no others', async () => {
    const first = gate();
    const order: string[] = [];
    const entered = gate();
    const holding = shop.write(async () => {
      entered.open();
      await first.passed;
      order.push('first');
    }, 'an order');
    await entered.passed;
    await shop.write(async () => order.push('other'), ['another order']);
    const waiting = shop.write(async () => order.push('second'), ['another order', 'an order']);
    first.open();
    await Promise.all([holding, waiting]);
    expect(order).toEqual(['other', 'first', 'second']);
  });

  it('without a scope runs alone', async () => {
    let running = 0;
    const most: number[] = [];
    const run = async () => {
      running += 1;
      await pause(5);
      most.push(running);
      running -= 1;
    };
    await Promise.all([shop.write(run), shop.write(run, 'a'), shop.write(run), shop.write(run, 'b')]);
    expect(most.filter((count) => count > 2)).toEqual([]);
    expect(most.filter((count) => count === 1).length).toBeGreaterThanOrEqual(2);
  });

  it('reads the changes that were committed while it waited for its lock', async () => {
    await shop.write((tx) => tx.orderNumber.create({ data: { id: 1, next: 0 } }));
    const add = () =>
      shop.write(async (tx) => {
        const { next } = await tx.orderNumber.findUniqueOrThrow({ where: { id: 1 } });
        await tx.orderNumber.update({ where: { id: 1 }, data: { next: next + 1 } });
      }, 'the number');
    await Promise.all(Array.from({ length: 20 }, add));
    expect(await shop.read.orderNumber.findUnique({ where: { id: 1 } })).toEqual({ id: 1, next: 20 });
  });

  it('is repeated if a deadlock has rolled it back', async () => {
    await shop.write((tx) => Promise.all([note(tx, 'a'), note(tx, 'b')]));
    const both = [gate(), gate()] as const;
    let calls = 0;
    const run = (ids: readonly [string, string], own: 0 | 1) => async (tx: Tx) => {
      calls += 1;
      await change(tx, ids[0]);
      both[own].open();
      await both[own === 0 ? 1 : 0].passed;
      await change(tx, ids[1]);
    };
    await Promise.all([shop.write(run(['a', 'b'], 0), 'one'), shop.write(run(['b', 'a'], 1), 'two')]);
    expect(calls).toBe(3);
  });

  it('is repeated after WriteAgain, and keeps only the effects of its last run', async () => {
    let calls = 0;
    await shop.write(async (tx) => {
      calls += 1;
      await note(tx, `run ${calls}`);
      if (calls < 3) throw new WriteAgain('changed meanwhile');
    }, 'an order');
    expect((await shop.read.endedSession.findMany()).map(({ id }) => id)).toEqual(['run 3']);
  });

  it('is not repeated after another error', async () => {
    let calls = 0;
    const failing = shop.write(async () => {
      calls += 1;
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    expect(calls).toBe(1);
  });

  it('continues after another process has frozen within a write of the same scope', async () => {
    await other.query('BEGIN');
    await other.query(lockStatement('an order'));
    await shop.write((tx) => note(tx, 'later'), 'an order');
    expect(await count()).toBe(1);
  });

  it('is durable even if the server commits asynchronously by default', async () => {
    await other.query(`ALTER DATABASE "${new URL(database.url).pathname.slice(1)}" SET synchronous_commit = off`);
    const fresh = openShopDatabase(database.url, 2);
    const settings = await fresh.write((tx) => tx.$queryRaw`SELECT current_setting('synchronous_commit') AS commit`);
    await fresh.close();
    expect(settings).toEqual([{ commit: 'on' }]);
  });
});

it('finds nothing for a text with a zero byte, which PostgreSQL does not accept', async () => {
  expect(await shop.read.endedSession.findUnique({ where: { id: 'a\0' } })).toBeNull();
});

describe('a database that cannot be used', () => {
  it('makes a write fail after it has waited five seconds for a lock', async () => {
    await other.query('BEGIN; SELECT pg_advisory_xact_lock(2126001, 0)');
    const started = performance.now();
    const errors = await Promise.all(
      ['a', undefined].map((scope) => reasonOf(shop.write((tx) => note(tx, 'x'), scope))),
    );
    expect(performance.now() - started).toBeLessThan(9_000);
    expect(errors.map(isDatabaseFailure)).toEqual([true, true]);
    expect(errors.map(shop.writeFailure)).toEqual(['locked', 'locked']);
    expect(await count()).toBe(0);
    await other.query('ROLLBACK');
    await shop.write((tx) => note(tx, 'last'));
  });

  it('makes writes fail, but not reads, while all connections for writes are taken', async () => {
    let isOver = false;
    const occupied = [gate(), gate()];
    const holding = occupied.map((one, index) =>
      shop.write(async (tx) => {
        one.open();
        // PostgreSQL would end a transaction that does nothing.
        while (!isOver) {
          await tx.$executeRaw`SELECT 1`;
          await pause(100);
        }
      }, `holder ${index}`),
    );
    await Promise.all(occupied.map((one) => one.passed));
    const failing = reasonOf(shop.write((tx) => note(tx, 'x'), 'another'));
    expect(await count()).toBe(0);
    expect(isDatabaseFailure(await failing)).toBe(true);
    isOver = true;
    await Promise.all(holding);
    await shop.write((tx) => note(tx, 'x'));
    expect(await count()).toBe(1);
  });

  it.each([
    ['a full disk', '53100', 'full'],
    ['a read-only server', '25006', 'read-only'],
    ['no memory', '53200', 'failing'],
    ['an I/O error', '58030', 'failing'],
  ])('makes a write fail and names the reason: %s', async (_what, code, reason) => {
    await other.query(
      `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${code}'; END $$`,
    );
    await other.query(
      'CREATE CONSTRAINT TRIGGER fail AFTER INSERT ON "EndedSession" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fail()',
    );
    // The trigger runs at COMMIT.
    const error = await reasonOf(shop.write((tx) => note(tx, 'x')));
    expect([isDatabaseFailure(error), shop.writeFailure(error)]).toEqual([true, reason]);
    await other.query('DROP TRIGGER fail ON "EndedSession"');
    await shop.write((tx) => note(tx, 'x'));
    expect(await count()).toBe(1);
  });

  it('may end open connections, and later calls still succeed', async () => {
    await Promise.all([count(), count(), shop.write((tx) => note(tx, 'before'))]);
    await other.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    await shop.write((tx) => note(tx, 'after'));
    expect(await count()).toBe(2);
  });

  it('does not repeat a write that may have been committed', async () => {
    const proxy = await startProxy(database.url, 'COMMIT\0');
    const far = openShopDatabase(proxy.url, 2);
    let calls = 0;
    const error = await reasonOf(
      far.write((tx) => {
        calls += 1;
        return note(tx, 'lost');
      }),
    );
    expect(isDatabaseFailure(error)).toBe(true);
    expect(calls).toBe(1);
    await far.close();
    await proxy.close();
  });
});

describe('a restart of the server', () => {
  let server: PostgresqlServer;
  beforeAll(async () => {
    server = await startPostgresql();
    await migrateShop(server.url);
  });
  afterAll(() => server.stop());

  it('either delays a write or makes it fail as a database failure, and later calls succeed', async () => {
    const restarted = openShopDatabase(server.url, 4);
    await restarted.write((tx) => note(tx, 'before'));
    const restarting = server.restart();
    const errors = await Promise.all([reasonOf(restarted.write((tx) => note(tx, 'during'))), restarting]);
    expect(errors[0] === null || isDatabaseFailure(errors[0])).toBe(true);
    await restarted.write((tx) => note(tx, 'after'));
    const stored = await restarted.read.endedSession.findMany({ orderBy: { id: 'asc' }, select: { id: true } });
    expect(stored.map(({ id }) => id)).toEqual(
      errors[0] === null ? ['after', 'before', 'during'] : ['after', 'before'],
    );
    await restarted.close();
  });

  it('delays a write that has not started until the server accepts connections', async () => {
    const proxy = await startTcpProxy(server.url);
    const far = openShopDatabase(proxy.url, 4);
    await far.write((tx) => note(tx, 'first'));
    proxy.close();
    const writing = far.write((tx) => note(tx, 'delayed'));
    // Longer than five attempts in quick succession take.
    await pause(1_500);
    proxy.open();
    await writing;
    expect(await far.read.endedSession.count({ where: { id: 'delayed' } })).toBe(1);
    await far.close();
    await proxy.stop();
  });

  it('makes reads and writes fail as database failures while the server is down', async () => {
    const down = openShopDatabase('postgresql://shop:none@127.0.0.1:1/shop', 2);
    const errors = await Promise.all([reasonOf(down.read.order.count()), reasonOf(down.write((tx) => note(tx, 'x')))]);
    expect(errors.map(isDatabaseFailure)).toEqual([true, true]);
    await down.close();
  });
});

/** Starts a proxy that forwards everything except a query with the text `cutAt`. Instead, it cuts the connection. */
async function startProxy(target: string, cutAt: string): Promise<{ url: string; close(): Promise<void> }> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const server: Server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('error', () => {});
      from.on('close', () => to.destroy());
      from.on('data', (bytes) => {
        if (from === client && bytes.includes(cutAt)) client.destroy();
        else to.write(bytes);
      });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = new URL(target);
  if (typeof address === 'object') url.port = String(address?.port);
  return {
    url: url.href,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

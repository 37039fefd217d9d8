import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openShopDatabase, type ShopDatabase } from '../db/client';
import { debianPgbouncer } from '../testing/debian-tools';
import { type Pgbouncer, startPgbouncer } from '../testing/pgbouncer';
import { createPostgresqlDatabase, type TestDatabase } from '../testing/postgresql-database';

let database: TestDatabase;
let shop: ShopDatabase;

beforeEach(async () => {
  database = await createPostgresqlDatabase();
  // One connection for reads, one for writes.
  shop = openShopDatabase(database.url, 2);
});
afterEach(async () => {
  await shop.close();
  await database.remove();
});

const read = (of: ShopDatabase) => of.read.endedSession.findMany();

/** The number of statements that the reading connection keeps. */
async function kept(of: ShopDatabase): Promise<number> {
  const rows = await of.read.$queryRaw<
    { name: string }[]
  >`SELECT name FROM pg_prepared_statements WHERE name LIKE 'shop_%'`;
  return rows.length;
}

describe('the statements of a connection', () => {
  it('are prepared once', async () => {
    await kept(shop);
    const before = await kept(shop);
    for (let n = 0; n < 3; n += 1) await read(shop);
    expect(await kept(shop)).toBe(before + 1);
  });

  it('are named up to a limit, and also run beyond it', async () => {
    for (let n = 0; n < 210; n += 1) expect(await shop.read.$queryRawUnsafe(`SELECT ${n} AS n`)).toEqual([{ n }]);
    expect(await kept(shop)).toBe(200);
  });

  it('are not named if they search for a pattern, because its plan depends on the number of matches', async () => {
    await kept(shop);
    const before = await kept(shop);
    for (let n = 0; n < 3; n += 1)
      await shop.read.$queryRaw`SELECT "id" FROM "EndedSession" WHERE "id" LIKE ${`${n}%`}`;
    expect(await kept(shop)).toBe(before);
  });

  it('are no longer named after another program has changed the type of a result', async () => {
    await read(shop);
    const other = new pg.Client(database.url);
    await other.connect();
    await other.query('ALTER TABLE "EndedSession" ALTER COLUMN "id" TYPE varchar(500)');
    await other.end();
    await expect(read(shop)).rejects.toThrow('cached plan must not change result type');
    expect(await read(shop)).toEqual([]);
  });
});

const program = debianPgbouncer();

describe.skipIf(program === null)('through PgBouncer in transaction mode', () => {
  let behind: TestDatabase;
  let bouncer: Pgbouncer;

  beforeAll(async () => {
    behind = await createPostgresqlDatabase();
    bouncer = await startPgbouncer(program ?? '', behind.url);
  });
  afterAll(async () => {
    await bouncer.stop();
    await behind.remove();
  });

  it('no statement has a name, because the next one may run in another process', async () => {
    const through = openShopDatabase(bouncer.url, 2);
    for (let n = 0; n < 3; n += 1) await read(through);
    expect(await kept(through)).toBe(0);
    await through.close();
  });
});

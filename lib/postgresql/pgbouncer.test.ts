import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShopDatabase } from '../db/client';
import { describeShopMismatch, migrateShop } from '../db/migrate';
import { debianPgbouncer } from '../testing/debian-tools';
import { type Pgbouncer, startPgbouncer } from '../testing/pgbouncer';
import { createPostgresqlDatabase, type TestDatabase } from '../testing/postgresql-database';

const program = debianPgbouncer();

describe.skipIf(program === null)('through PgBouncer in transaction mode', () => {
  let database: TestDatabase;
  let bouncer: Pgbouncer;

  beforeAll(async () => {
    database = await createPostgresqlDatabase({ empty: true });
    bouncer = await startPgbouncer(program ?? '', database.url);
  });
  afterAll(async () => {
    await bouncer.stop();
    await database.remove();
  });

  it('the shop migrates and runs writes one after the other, with more connections than PgBouncer opens', async () => {
    const { url } = bouncer;
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

import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CatalogueChange } from '../catalogue/pages-showing';
import { db } from '../db/client';
import { log } from '../log';
import { onChange } from '../orders/order-changes';
import { LISTENER_NAME } from '../postgresql/listener';
import { forgetGlobal } from '../process-global';
import { configure } from '../testing/configure';
import { debianPgbouncer } from '../testing/debian-tools';
import { addUnpaidOrder } from '../testing/order-rows';
import { type Pgbouncer, startPgbouncer } from '../testing/pgbouncer';
import { createPostgresqlDatabase, type TestDatabase } from '../testing/postgresql-database';
import { addProducts } from '../testing/shop-database';
import type { Following } from './follow-changes';
import { startChanges } from './start-changes';

const program = debianPgbouncer();

describe.skipIf(program === null)('behind PgBouncer in transaction mode', () => {
  let database: TestDatabase;
  let bouncer: Pgbouncer;
  /** Another program, which changes the database. */
  let other: pg.Client;
  let following: Following | undefined;
  let catalogue: CatalogueChange[];
  let orderId: string;
  let changesHeard: number;
  let leave: () => void;

  beforeEach(async () => {
    database = await createPostgresqlDatabase();
    bouncer = await startPgbouncer(program ?? '', database.url);
    configure({ DATABASE_URL: bouncer.url, SESSION_SECRET: 'the secret of this test file only' });
    other = new pg.Client(database.url);
    await other.connect();
    await addProducts([{ slug: 'bowl', price: 100_00, stock: 10 }]);
    orderId = await addUnpaidOrder(100_00);
    [catalogue, changesHeard] = [[], 0];
    leave = onChange(orderId, () => {
      changesHeard += 1;
    });
  });
  afterEach(async () => {
    leave();
    await following?.stop();
    vi.restoreAllMocks();
    Reflect.deleteProperty(process.env, 'DATABASE_DIRECT_URL');
    await other.end();
    await db().close();
    forgetGlobal('shop-db');
    await bouncer.stop();
    await database.remove();
  });

  const until = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 5 });
  const pay = () => other.query(`UPDATE "Payment" SET "state" = 'PAID' WHERE "orderId" = $1`, [orderId]);
  const setPrice = () => other.query(`UPDATE "Product" SET "price" = 9000`);
  const listeners = async () => {
    const sql = 'SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1';
    return (await other.query(sql, [LISTENER_NAME])).rowCount;
  };

  it('the shop recognises the pooler, warns at start, and polls', async () => {
    const warn = vi.spyOn(log, 'warn');
    following = startChanges((change) => catalogue.push(change));
    await following.ready;
    expect(warn.mock.calls.flat()).toEqual([expect.stringMatching(/connection pooler.*Set DATABASE_DIRECT_URL/)]);
    await until(() => expect(changesHeard).toBe(1)); // at the first poll
    await until(() => expect(catalogue).toHaveLength(1));
    await pay();
    await until(() => expect(changesHeard).toBe(2));
    await setPrice();
    await until(() => expect(catalogue).toEqual([{ kind: 'all' }, { kind: 'all' }]));
  });

  it('with DATABASE_DIRECT_URL, it listens', async () => {
    configure({ DATABASE_DIRECT_URL: database.url });
    const warn = vi.spyOn(log, 'warn');
    following = startChanges((change) => catalogue.push(change));
    await following.ready;
    expect(await listeners()).toBe(1);
    await pay();
    await until(() => expect(changesHeard).toBe(1));
    await setPrice();
    // Only a message contains the product's category; a poll reports that anything may have changed.
    await until(() => expect(catalogue).toEqual([{ kind: 'all' }, { kind: 'product', category: 'things' }]));
    expect(changesHeard).toBe(1);
    expect(warn).not.toHaveBeenCalled();
  });
});

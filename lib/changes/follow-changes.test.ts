import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CatalogueChange } from '../catalogue/pages-showing';
import { db, type Tx } from '../db/client';
import { onChange, publishChange } from '../orders/order-changes';
import { forgetGlobal } from '../process-global';
import { configure } from '../testing/configure';
import { addUnpaidOrder } from '../testing/order-rows';
import { createPostgresqlDatabase, type TestDatabase } from '../testing/postgresql-database';
import { addProducts } from '../testing/shop-database';
import { startProxy, type TcpProxy } from '../testing/tcp-proxy';
import { followChanges } from './follow-changes';

let database: TestDatabase;
/** Stands between this process and the database, for the listening connection only. */
let proxy: TcpProxy;
let following: { stop(): Promise<void> };
let catalogue: CatalogueChange[];
let orderId: string;
/** How often a page that waits for the order has been notified of a change. */
let changesHeard: number;
let leave: () => void;

beforeEach(async () => {
  database = await createPostgresqlDatabase();
  configure({ DATABASE_URL: database.url });
  proxy = await startProxy(database.url);
  await addProducts([{ slug: 'bowl', price: 100_00, stock: 10 }]);
  orderId = await addUnpaidOrder(100_00);
  changesHeard = 0;
  leave = onChange(orderId, () => {
    changesHeard += 1;
  });
  catalogue = [];
  following = followChanges(proxy.url, (change) => catalogue.push(change));
});

afterEach(async () => {
  leave();
  await following.stop();
  await db().close();
  forgetGlobal('shop-db');
  await proxy.stop();
  await database.remove();
});

const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 5 });
const untilToldAll = (times: number) =>
  until(() => expect(catalogue.filter(({ kind }) => kind === 'all')).toHaveLength(times));
const write = (run: (tx: Tx) => Promise<unknown>) => db().write(run);
const setState = (state: 'RESERVED' | 'PAID' | 'ISSUED') =>
  write((tx) => tx.payment.update({ where: { id: orderId }, data: { state } }));
const setPrice = (price: number) => write((tx) => tx.product.update({ where: { slug: 'bowl' }, data: { price } }));

it('notifies a waiting page once of a change to its payment, whichever process makes the change', async () => {
  await untilToldAll(1);
  await setState('PAID');
  publishChange(orderId); // as the process that made the change does
  await until(() => expect(changesHeard).toBe(1));
  await setPrice(90_00);
  await until(() => expect(catalogue.at(-1)).toEqual({ kind: 'product', category: 'things' }));
  expect(changesHeard).toBe(1);
});

it('polls while its connection is lost, and announces what changed meanwhile', async () => {
  await untilToldAll(1);
  proxy.close();
  await until(() => expect(changesHeard).toBe(1)); // at the first poll, because the page may have missed something
  await setState('RESERVED');
  await until(() => expect(changesHeard).toBe(2));
  await setPrice(80_00);
  await untilToldAll(3);
  publishChange(orderId);
  expect(changesHeard).toBe(3);
  proxy.open();
  await untilToldAll(4);
  await setState('PAID');
  await until(() => expect(changesHeard).toBe(4));
});

it('misses nothing between the last poll and the new connection', async () => {
  await untilToldAll(1);
  proxy.close();
  await until(() => expect(changesHeard).toBe(1));
  proxy.open();
  await setState('PAID');
  await until(() => expect(changesHeard).toBeGreaterThanOrEqual(2));
});

import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { refreshProductSearch } from '../background/product-search';
import { db } from '../db/client';
import { log } from '../log';
import { migrate } from '../postgresql/migrate';
import { createPostgresqlDatabase, type TestDatabase } from '../testing/postgresql-database';
import { addProducts, openShopDatabase } from '../testing/shop-database';
import { searchProducts } from './search-products';
import { parseSearchQuery } from './search-query';
import { warnOfMissingTrigrams } from './warn-of-missing-trigrams';

const REMEDY =
  'CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE INDEX IF NOT EXISTS "ProductSearch_text_trigrams" ON "ProductSearch"';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase('postgresql');
});
afterAll(() => close());

async function warnings(): Promise<string[]> {
  const warn = vi.spyOn(log, 'warn').mockImplementation(() => {});
  await warnOfMissingTrigrams();
  const texts = warn.mock.calls.map((call) => String(call[0]));
  warn.mockRestore();
  return texts;
}

it('without pg_trgm, the search returns the same results, and the log names the remedy', async () => {
  await addProducts([{ slug: 'linen-towel' }]);
  await refreshProductSearch();
  const find = async (q: string) => (await searchProducts('en', parseSearchQuery({ q }))).products.length;
  const found = async () => [await find('inen'), await find('lixen'), await find('linen%')];
  expect([await found(), await warnings()]).toEqual([[1, 1, 1], []]);
  await db().write((tx) => tx.$executeRawUnsafe('DROP EXTENSION pg_trgm CASCADE'));
  expect(await found()).toEqual([1, 1, 1]);
  expect(await warnings()).toEqual([expect.stringContaining(REMEDY)]);
});

it('the migration succeeds for a role that may not create extensions', async () => {
  const database = await createPostgresqlDatabase({ empty: true });
  const role = `limited_${randomUUID().slice(0, 8)}`;
  await execute(database, `CREATE ROLE ${role} LOGIN PASSWORD 'limited'; GRANT ALL ON SCHEMA public TO ${role}`);
  const url = new URL(database.url);
  [url.username, url.password] = [role, 'limited'];
  expect(await migrate(url.href, 'prisma/shop/postgresql/migrations')).toContainEqual(
    expect.stringContaining('product_search'),
  );
  const indexes = await execute(database, `SELECT 1 FROM pg_indexes WHERE indexname = 'ProductSearch_text_trigrams'`);
  expect(indexes).toBe(0);
  await database.remove();
  await execute({ url: process.env.TEST_POSTGRES_URL ?? '' }, `DROP ROLE ${role}`);
});

async function execute({ url }: Pick<TestDatabase, 'url'>, sql: string): Promise<number | null> {
  const client = new pg.Client(url);
  await client.connect();
  const { rowCount } = await client.query(sql).finally(() => client.end());
  return rowCount;
}

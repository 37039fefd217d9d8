import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase, type ShopDatabase } from '../chaos/database';
import { adminPassword, type DatabaseKind, type Servers, startServers } from '../chaos/servers';
import { fillLists, ORDERS, PRODUCTS } from './fill-lists';
import { fullOrShort } from './length';
import { percentile, printTable, type Row } from './table';

const SAMPLES = fullOrShort(60, 1);
const WARM_UP = fullOrShort(5, 0);

type Statement = { readonly sql: string; readonly values: readonly (string | number)[] };
type List = { readonly name: string; readonly path: string; readonly statement?: Statement };

const newest = (condition: string, ...values: (string | number)[]): Statement => ({
  sql: `SELECT "id" FROM "Order" WHERE ${condition} ORDER BY "createdAt" DESC, "number" DESC LIMIT 26`,
  values,
});
const searched = (text: string) => newest(`"searchText" LIKE ? ESCAPE '\\'`, `%${text}%`);

/** The statement that searches the products for one word on this database, as lib/search/statements writes it. */
function productSearch(kind: DatabaseKind, word: string): Statement {
  const has = {
    sqlite: `s."id" IN (SELECT "rowid" FROM "search_products" WHERE "search_products" MATCH '"${word}"')`,
    postgresql: `s."text" LIKE '%${word}%'`,
  };
  return {
    sql: `SELECT p."slug" FROM "ProductSearch" s JOIN "Product" p ON p."slug" = s."productSlug"
      JOIN "Category" c ON c."slug" = p."categorySlug" WHERE s."language" = 'en' AND p."published" AND ${has[kind]}
      ORDER BY CASE WHEN s."name" LIKE '  ${word}%' THEN 0 WHEN s."name" LIKE '%  ${word}%' THEN 1 ELSE 2 END,
        c."position", p."position", p."slug" LIMIT 24`,
    values: [],
  };
}

function lists(kind: DatabaseKind): List[] {
  const suggest = (q: string) => `/api/suggestions?language=en&q=${q}`;
  return [
    { name: 'front page', path: '/' },
    { name: 'category', path: '/categories/shelf-3' },
    { name: 'category, page 20', path: '/search?category=shelf-3&page=20' },
    { name: 'all products by price', path: '/search?sort=price' },
    { name: 'all products, newest first', path: '/search?sort=newest' },
    { name: 'search, 400 matches', path: '/search?q=honey', statement: productSearch(kind, 'honey') },
    { name: 'search, 10 000 matches', path: '/search?q=number', statement: productSearch(kind, 'number') },
    { name: 'search, 1 match', path: '/search?q=honey+4711' },
    { name: 'search with filters', path: '/search?q=linen&category=shelf-3&price-min=100&in-stock=on&sort=name' },
    { name: 'search, a wrong letter', path: '/search?q=honay' },
    { name: 'search, no match', path: '/search?q=zzzzz' },
    { name: 'suggestions, 2 letters', path: suggest('ho'), statement: productSearch(kind, '  ho') },
    { name: 'suggestions, a word', path: suggest('honey'), statement: productSearch(kind, 'honey') },
    { name: 'suggestions, two words', path: suggest('linen+to') },
    { name: 'suggestions, a wrong letter', path: suggest('honay') },
    { name: 'admin: overview', path: '/admin' },
    { name: 'admin: products', path: '/admin/products' },
    { name: 'admin: products, search', path: '/admin/products?q=honey' },
    { name: 'admin: orders', path: '/admin/orders', statement: newest('1 = 1') },
    { name: 'admin: orders to send', path: '/admin/orders?state=to-deliver' },
    { name: 'admin: orders, a number', path: '/admin/orders?q=T-24711', statement: searched('t-24711') },
    { name: 'admin: orders, a name', path: '/admin/orders?q=ostrom', statement: searched('ostrom') },
    { name: 'admin: orders, a product', path: '/admin/orders?q=thing-4711', statement: searched('thing-4711') },
    { name: 'admin: orders, an article number', path: '/admin/orders?q=sku-54711', statement: searched('sku-54711') },
    { name: 'admin: orders, no match', path: '/admin/orders?q=no+such+buyer', statement: searched('no such buyer') },
    { name: 'admin: orders, a reference', path: '/admin/orders?q=14000004711' },
    { name: 'admin: audit list', path: '/admin/audit' },
    { name: 'admin: audit list of one product', path: '/admin/audit?q=thing-4711' },
    { name: 'admin: mails', path: '/admin/mail' },
    { name: 'admin: closings', path: '/admin/periods' },
  ];
}

/**
 * Measures every list page of a shop with 10,000 products and 100,000 orders, on one connection: the time from the request
 * to the last byte of the answer, and the time of the page's main statement alone.
 */
export async function measureLists(kind: DatabaseKind): Promise<void> {
  const servers = await startServers({ name: 'lists', database: kind });
  const database = openDatabase(servers.databaseUrl);
  try {
    console.log(`  filling ${kind} with ${PRODUCTS} products and ${ORDERS} orders`);
    await fillLists(database);
    if (kind === 'postgresql') await database.rows('ANALYZE');
    await Promise.all([servers.seqr.start(), servers.shop.start()]);
    await waitForSearch(database);
    // Otherwise autovacuum does this during the measurement, for the rows of a whole year at once.
    if (kind === 'postgresql') await database.rows('VACUUM ANALYZE');
    const rows = await measureAll(servers, database, kind);
    printTable(
      `List pages with ${PRODUCTS} products and ${ORDERS} orders on ${kind}, ${SAMPLES} requests each`,
      ['page', 'p50', 'p95', 'bare statement, p50'],
      rows,
    );
  } finally {
    await database.close();
    await servers.stop();
  }
}

/** Waits until the worker has indexed every product in both languages. */
async function waitForSearch(database: ShopDatabase): Promise<void> {
  const count = 'SELECT count(*) AS count FROM "ProductSearch" WHERE "productSlug" LIKE \'thing-%\'';
  for (;;) {
    const [row] = await database.rows<{ count: number }>(count);
    if (row?.count === 2 * PRODUCTS) return;
    await pause(500);
  }
}

async function measureAll({ shop }: Servers, database: ShopDatabase, kind: DatabaseKind): Promise<Row[]> {
  const address = shop.webs[0]?.address ?? shop.address;
  const cookie = await signIn(address);
  const rows: Row[] = [];
  for (const { name, path, statement } of lists(kind)) {
    const page = await measure(async () => {
      const response = await fetch(address + path, { headers: { cookie } });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
    });
    const bare = statement && (await measure(() => database.rows(statement.sql, ...statement.values)));
    rows.push([
      name,
      inMs(percentile(page, 0.5)),
      inMs(percentile(page, 0.95)),
      bare ? inMs(percentile(bare, 0.5)) : '',
    ]);
  }
  return rows;
}

async function measure(work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + SAMPLES; round++) {
    const started = performance.now();
    await work();
    if (round >= WARM_UP) times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b);
}

const inMs = (value: number) => `${value.toFixed(1)} ms`;

async function signIn(address: string): Promise<string> {
  const response = await fetch(`${address}/admin/session`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address },
    body: new URLSearchParams({ name: 'Bench', password: adminPassword }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`sign-in: ${response.status}`);
  return cookie;
}

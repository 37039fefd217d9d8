// Reads both databases of the demonstration.
import Database from 'better-sqlite3';

export type ShopBooks = ReturnType<typeof openBooks>;
type Line = { unitPrice: number; total: number };

export function openBooks(shopFile: string, sandboxFile: string) {
  const shop = new Database(shopFile, { readonly: true, timeout: 10_000 });
  const sandbox = new Database(sandboxFile, { readonly: true, timeout: 10_000 });
  const numberIn = (database: Database.Database, sql: string) => Number(database.prepare(sql).pluck().get());
  const textsIn = (sql: string) => shop.prepare<[], string>(sql).pluck().all();
  const forSale = 'FROM "Product" WHERE published AND listed AND stock > 0';

  /** The pages that rows and indexes use; deleted rows leave free pages, which are used again. */
  const pagesOf = (database: Database.Database) =>
    Number(database.pragma('page_count', { simple: true })) -
    Number(database.pragma('freelist_count', { simple: true }));

  return {
    slugs: textsIn(`SELECT slug ${forSale} ORDER BY stock LIMIT 12`),
    categories: textsIn(`SELECT DISTINCT "categorySlug" ${forSale}`),
    prices: shop.prepare<[], number>('SELECT price FROM "Product"').pluck().all(),
    order(id: string): { number: number; total: number; lines: Line[] } {
      const row = shop
        .prepare<[string], { number: number; total: number }>('SELECT number, total FROM "Order" WHERE id = ?')
        .get(id);
      if (!row) throw new Error('visitors: the order that was just placed is not in the database');
      const lines = shop
        .prepare<[string], Line>('SELECT "unitPrice", total FROM "OrderLine" WHERE "orderId" = ?')
        .all(id);
      return { ...row, lines };
    },
    read: () => ({
      shopPages: pagesOf(shop),
      sandboxPages: pagesOf(sandbox),
      orders: numberIn(shop, 'SELECT count(*) FROM "Order"'),
      openPayments: numberIn(shop, 'SELECT count(*) FROM "Payment" WHERE "openOrderId" IS NOT NULL'),
      queued: numberIn(shop, 'SELECT count(*) FROM "Outbox" WHERE "doneAt" IS NULL'),
      mails: numberIn(shop, 'SELECT count(*) FROM "Mail"'),
      invoices: numberIn(sandbox, 'SELECT count(*) FROM "Invoice"'),
      payers: numberIn(sandbox, 'SELECT count(*) FROM "Payer"'),
      messages: numberIn(sandbox, 'SELECT count(*) FROM "Message"'),
    }),
    /** Goods that are out of stock because visitors bought them. The demonstration restocks them. */
    soldOut: () => textsIn('SELECT slug FROM "Product" WHERE published AND stock = 0 AND sold + reserved > 0'),
    highestStock: () => numberIn(shop, 'SELECT max(stock) FROM "Product"'),
    /** Units that products count as reserved or sold but that are in no kept order; 0 if the stock is right. */
    unitsOfNobody: () =>
      numberIn(shop, 'SELECT sum(reserved + sold) FROM "Product"') -
      numberIn(
        shop,
        `SELECT coalesce(sum(quantity - returned), 0) FROM "OrderLine" JOIN "Order" ON id = "orderId"
         WHERE slug IS NOT NULL AND state NOT IN ('CANCELED', 'EXPIRED')`,
      ),
    close() {
      shop.close();
      sandbox.close();
    },
  };
}

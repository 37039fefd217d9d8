import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate } from '../lib/sqlite/migrate';

const THIS = '20261129090001_currency_and_vat';
const migrations = 'prisma/shop/migrations';
let folder: string;
let url: string;
let database: SQLite.Database;

/** Creates a database as it was before this migration. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migration-'));
  url = `file:${join(folder, 'shop.db')}`;
  const earlier = join(folder, 'earlier');
  for (const name of readdirSync(migrations).filter((other) => other < THIS)) {
    cpSync(join(migrations, name), join(earlier, name), { recursive: true });
  }
  migrate(url, earlier);
  database = new SQLite(join(folder, 'shop.db'));
  database.exec(`
    INSERT INTO Category VALUES ('things', 0);
    INSERT INTO Product (slug, categorySlug, position, image, price, vatRate, stock, updatedAt) VALUES
      ('mug', 'things', 0, '', 10000, 25, 7, 0), ('lamp', 'things', 1, '', 89900, 25.5, 3, 0), ('stamp', 'things', 2, '', 100, 0, 1, 0);
    INSERT INTO ProductText VALUES ('mug', 'en', 'Mug', '', '', ''), ('mug', 'sv', 'Mugg', '', '', '');
    INSERT INTO "Order" (id, number, checkoutKey, requestHash, state, paymentMethod, language, currency, total, delivery, name, email, address, postalCode, city, country, createdAt, expiresAt)
      VALUES ('o', 1, 'k', '', 'PAID', 'seqr', 'en', 'SEK', 14900, 'standard', '', '', '', '', '', '', 0, 0);
    INSERT INTO OrderLine (orderId, position, kind, name, quantity, unitPrice, vatRate, total) VALUES
      ('o', 0, 'PRODUCT', 'Mug', 1, 10000, 25, 10000), ('o', 1, 'DELIVERY', 'D', 1, 4900, NULL, 4900);
    INSERT INTO Period (id, scope, state, actor, createdAt, currency) VALUES ('p', 'shop', 'RECONCILED', '', 0, 'EUR');
    INSERT INTO PeriodLine (periodId, position, outcome, seqrAmount) VALUES ('p', 0, 'ONLY_AT_SEQR', 5);
  `);
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const read = (sql: string) => database.prepare(sql).raw().all();

it('the migration keeps every row, and converts rates to hundredths of a percent', () => {
  expect(migrate(url, migrations)).toContain(THIS);
  expect(read('SELECT slug, price, vatRate, stock, currency FROM Product ORDER BY position')).toEqual([
    ['mug', 10_000, 25_00, 7, 'SEK'],
    ['lamp', 89_900, 25_50, 3, 'SEK'],
    ['stamp', 100, 0, 1, 'SEK'],
  ]);
  expect(read('SELECT productSlug, name FROM ProductText ORDER BY language')).toEqual([
    ['mug', 'Mug'],
    ['mug', 'Mugg'],
  ]);
  expect(read('SELECT vatRate, total FROM OrderLine ORDER BY position')).toEqual([
    [25_00, 10_000],
    [null, 4_900],
  ]);
  expect(read('SELECT currency, seqrAmount FROM PeriodLine')).toEqual([['EUR', 5]]);
  expect(read('PRAGMA foreign_key_check')).toEqual([]);
});

it('the migrated database refuses invalid rates, such as whole percent', () => {
  migrate(url, migrations);
  for (const rate of [25, 6, 25.5, 2550.5, -25_00, 100_01]) {
    expect(() => database.prepare('UPDATE Product SET vatRate = ?').run(rate), `${rate}`).toThrow('CHECK');
    expect(() => database.prepare('UPDATE OrderLine SET vatRate = ?').run(rate), `${rate}`).toThrow('CHECK');
  }
  database.prepare('DELETE FROM Product WHERE slug = ?').run('mug');
  expect(read('SELECT * FROM ProductText')).toEqual([]);
});

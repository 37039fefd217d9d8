import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { storedIncidentKind } from '../lib/orders/incidents';
import { migrate } from '../lib/sqlite/migrate';

const migrations = 'prisma/shop/migrations';
const folder = mkdtempSync(join(tmpdir(), 'migration-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the migration turns a payment that SEQR contradicted into an incident of a kind that the shop knows', () => {
  const earlier = join(folder, 'earlier');
  for (const name of readdirSync(migrations).filter((other) => other < '20261129090301_incidents')) {
    cpSync(join(migrations, name), join(earlier, name), { recursive: true });
  }
  const url = `file:${join(folder, 'shop.db')}`;
  migrate(url, earlier);
  const books = new SQLite(join(folder, 'shop.db'));
  books.exec(`
    INSERT INTO "Order" (id, number, checkoutKey, requestHash, state, paymentMethod, language, currency, total, delivery, name, email, address, postalCode, city, country, createdAt, expiresAt)
      VALUES ('o', 1, 'k', '', 'PAID', 'seqr', 'en', 'SEK', 14900, 'standard', '', '', '', '', '', '', 0, 0);
    INSERT INTO Payment (id, orderId, attempt, state, amount, currency, ersReference, failure, createdAt, expiresAt)
      VALUES ('p', 'o', 1, 'PAID', 14900, 'SEK', '1', 'SEQR says CANCELED', 0, 0);
  `);
  migrate(url, migrations);
  const kinds = books.prepare('SELECT kind FROM Incident').pluck().all();
  books.close();
  expect(kinds).toEqual(['contradicted']);
  expect(storedIncidentKind(String(kinds[0]))).toBe('contradicted');
  expect(() => storedIncidentKind('reversed')).toThrow('orders: reversed is not a kind of incident');
});

// Copies either all rows of a shop's SQLite file into an empty PostgreSQL database, or none:
// `npm run copy-database -- --to postgresql://user:password@host:5432/shop`. Also copies the files of uploaded pictures, from
// the folder that --media gives. Stop the shop first.
import './shared/environment.mjs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import pg from 'pg';
import { config } from '../lib/config';
import { isPostgresqlUrl } from '../lib/db/client';
import { describeShopMismatch, migrateShop } from '../lib/db/migrate';
import { copyMedia } from '../lib/postgresql/copy-media';
import { copyTable, type SourceColumn, type SourceTable } from '../lib/postgresql/copy-tables';
import { databaseName } from '../lib/postgresql/pool';
import { sqlitePath } from '../lib/sqlite/sqlite-path';
import { visibleError } from '../lib/visible-text.js';

/**
 * Each table comes after those that it refers to. WriteProbe, Signal, RateLimit and Pruning are left out, because they
 * hold nothing that lasts.
 */
const TABLES = [
  ...[
    'Category',
    'CategoryText',
    'Product',
    'ProductText',
    'ProductPicture',
    'Media',
    'MediaFile',
    'ImportFile',
    'ProductVersion',
    'ProductSearch',
    'SearchWord',
    'SeededGood',
    'Order',
    'OrderLine',
    'Payment',
  ],
  ...['Incident', 'OrderChange', 'PaymentEvent', 'Refund', 'RefundLine', 'Transfer', 'OrderEvent', 'EndedSession'],
  ...['SentForm', 'Outbox', 'OrderNumber', 'Mail', 'Period', 'PeriodLine', 'AuditEntry', 'Account'],
  ...['CreditNote', 'CreditNoteVat', 'CreditNoteNumber', 'PeriodSettlement'],
];
const COUNTED = ['ProductSearch', 'PaymentEvent', 'OrderEvent', 'Outbox', 'AuditEntry', 'PeriodSettlement'];

try {
  const { values } = parseArgs({
    options: { to: { type: 'string' }, from: { type: 'string' }, media: { type: 'string' } },
  });
  const from = values.from ?? config().databaseUrl;
  if (!values.to || !isPostgresqlUrl(values.to)) {
    throw new Error('Name the target: npm run copy-database -- --to postgresql://user:password@host:5432/shop');
  }
  if (isPostgresqlUrl(from)) throw new Error('The source must be a SQLite file: --from file:./.data/shop.db');
  const besideFrom = values.from && join(dirname(sqlitePath(from)), 'media');
  await copy(from, values.to, values.media ?? besideFrom ?? config().mediaFolder);
} catch (error) {
  console.error(visibleError(error));
  process.exitCode = 1;
}

async function copy(from: string, to: string, mediaFolder: string): Promise<void> {
  const mismatch = await describeShopMismatch(from);
  if (mismatch) throw new Error(mismatch);
  await migrateShop(to);
  const source = new Database(sqlitePath(from), { fileMustExist: true, timeout: 10_000 });
  source.defaultSafeIntegers();
  const client = new pg.Client(to);
  await client.connect();
  try {
    // No other process can write to the source during the copy.
    source.exec('BEGIN IMMEDIATE');
    await client.query('BEGIN');
    await requireEmpty(client, to);
    for (const name of TABLES) {
      const table = readTable(source, name);
      await copyTable(client, table);
      console.log(`${name.padEnd(16)} ${String(table.count).padStart(9)}`);
    }
    const ids = source.prepare<[], string>('SELECT id FROM "Media"').pluck().all();
    console.log(`${'Picture files'.padEnd(16)} ${String(await copyMedia(client, ids, mediaFolder)).padStart(9)}`);
    for (const name of COUNTED) {
      await client.query(
        `SELECT setval(pg_get_serial_sequence('"${name}"', 'id'), (SELECT max(id) FROM "${name}")) WHERE EXISTS (SELECT FROM "${name}")`,
      );
    }
    await client.query('COMMIT');
  } finally {
    await client.end();
    source.close();
  }
  console.log(
    `\nCopied to ${databaseName(to)}. Set DATABASE_URL to it, build and start the shop. Keep the file as a backup.`,
  );
}

async function requireEmpty(client: pg.Client, to: string): Promise<void> {
  for (const name of TABLES) {
    await client.query(`LOCK TABLE "${name}"`);
    const { rows } = await client.query(`SELECT FROM "${name}" LIMIT 1`);
    if (rows.length > 0) {
      throw new Error(
        `The database ${databaseName(to)} is not empty: ${name} has rows. Create a new one and name it with --to.`,
      );
    }
  }
}

function readTable(source: Database.Database, name: string): SourceTable {
  const columns = source.prepare<[string], SourceColumn>('SELECT name, type FROM pragma_table_info(?)').all(name);
  const count = Number(source.prepare<[], bigint>(`SELECT count(*) FROM "${name}"`).pluck().get());
  const select = source.prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`);
  return { name, columns, count, rows: () => select.iterate() };
}

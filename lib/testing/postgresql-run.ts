// Starts a PostgreSQL server for a test run, or uses the one at TEST_POSTGRES_URL. Creates a migrated database
// there, which each test file copies.
import pg from 'pg';
import { migrateShop } from '../db/migrate';
import { newKey } from '../ids';
import { type PostgresqlServer, startPostgresql } from './postgresql-server';

export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  // Vitest calls this once per project.
  if (process.env.TEST_POSTGRES_TEMPLATE) return;
  const server: PostgresqlServer | null = process.env.TEST_POSTGRES_URL ? null : await startPostgresql();
  const url = new URL(server?.url ?? process.env.TEST_POSTGRES_URL ?? '');
  const template = `seqr_test_${newKey().toLowerCase().replace(/\W/g, '').slice(0, 12)}`;
  await execute(
    url.href,
    `CREATE DATABASE "${template}" TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`,
  );
  const templateUrl = new URL(url);
  templateUrl.pathname = template;
  await migrateShop(templateUrl.href);
  process.env.TEST_POSTGRES_URL = url.href;
  process.env.TEST_POSTGRES_TEMPLATE = template;
  return async () => {
    if (server) return server.stop();
    const { rows } = await execute(url.href, `SELECT datname FROM pg_database WHERE datname LIKE '${template}%'`);
    for (const { datname } of rows) await execute(url.href, `DROP DATABASE "${datname}" WITH (FORCE)`);
  };
}

async function execute(url: string, sql: string): Promise<pg.QueryResult<{ datname: string }>> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

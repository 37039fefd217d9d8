import { randomUUID } from 'node:crypto';
import pg from 'pg';

export type TestDatabase = { readonly url: string; remove(): Promise<void> };

/** Creates a migrated shop database on the test run's server (postgresql-run.ts). With `empty`, it has no tables. */
export async function createPostgresqlDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const { TEST_POSTGRES_URL: server = '', TEST_POSTGRES_TEMPLATE: template = '' } = process.env;
  const name = `${template}_${randomUUID().slice(0, 8)}`;
  await execute(server, `CREATE DATABASE "${name}" TEMPLATE "${empty ? 'template0' : template}"`);
  const url = new URL(server);
  url.pathname = name;
  return { url: url.href, remove: () => execute(server, `DROP DATABASE "${name}" WITH (FORCE)`) };
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

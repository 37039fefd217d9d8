import { Socket } from 'node:net';
import pg from 'pg';
import { nameStatements, statementName } from './statement-names';

/** How long opening a connection, or waiting for a free one, may take. */
export const CONNECT_TIMEOUT_MS = 8_000;
/** A connection that is silent for this long is closed. TCP alone would take a quarter of an hour. */
const SILENCE_MS = 30_000;

/** Sets no PostgreSQL options, because PgBouncer in transaction mode refuses most of them. Each write sets its own. */
export function connectionOptions(url: string): pg.ClientConfig {
  return { connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, keepAlive: true };
}

/** Each statement sees everything that was committed before it, so a read after a lock sees the latest state. */
const BEGIN = 'BEGIN ISOLATION LEVEL READ COMMITTED';

/**
 * Names a query of Prisma's adapter on this connection, and replaces zero bytes in its values with U+FFFD. PostgreSQL
 * refuses zero bytes, but a requested URL may contain one; the replaced value matches no row.
 */
function prepareQuery(client: pg.ClientBase, query: unknown): unknown {
  if (typeof query !== 'object' || query === null || !('values' in query) || !Array.isArray(query.values)) return query;
  const values = query.values.map((value) => (typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value));
  if (!('text' in query) || typeof query.text !== 'string') return { ...query, values };
  const text = query.text === 'BEGIN' ? BEGIN : query.text;
  return { ...query, text, values, name: statementName(client, text) };
}

/** Opens connections when they are needed, up to `size`, and replaces those that break. */
export function openPool(url: string, size: number): pg.Pool {
  const pool = new pg.Pool({ ...connectionOptions(url), max: size, onConnect: setUp });
  // Without a listener, the end of an idle connection would end the process.
  pool.on('error', () => {});
  return pool;
}

/** Runs before a connection is used. */
async function setUp(client: pg.ClientBase): Promise<void> {
  if (!(client instanceof pg.Client)) return;
  const { stream } = client.connection;
  if (stream instanceof Socket) stream.setTimeout(SILENCE_MS, () => stream.destroy());
  await nameStatements(client);
  const query = client.query.bind(client);
  Reflect.set(client, 'query', (first: unknown, ...more: unknown[]) =>
    Reflect.apply(query, client, [prepareQuery(client, first), ...more]),
  );
}

/** `shop at db.example.com:5432`: identifies a database without its user and password. */
export function databaseName(url: string): string {
  const { database, host, port } = new pg.Client(connectionOptions(url));
  return `${database} at ${host}:${port}`;
}

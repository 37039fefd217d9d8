import { Socket } from 'node:net';
import pg from 'pg';

/** How long opening a connection, or waiting for a free one, may take. */
export const CONNECT_TIMEOUT_MS = 8_000;
/** A connection that is silent for this long is closed. TCP alone would take a quarter of an hour. */
const SILENCE_MS = 30_000;

/** Contains no options of PostgreSQL: PgBouncer in transaction mode refuses most of them. Each write sets its own. */
export function connectionOptions(url: string): pg.ClientConfig {
  return { connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, keepAlive: true };
}

/** PostgreSQL's text cannot contain a zero byte, but a requested address can. With U+FFFD instead, it matches no row. */
function withoutZeroBytes(query: unknown): unknown {
  if (typeof query !== 'object' || query === null || !('values' in query) || !Array.isArray(query.values)) return query;
  const values = query.values.map((value) => (typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value));
  return { ...query, values };
}

/** Opens connections when they are needed, up to `size`, and replaces those that break. */
export function openPool(url: string, size: number): pg.Pool {
  const pool = new pg.Pool({ ...connectionOptions(url), max: size });
  // Without a listener, the end of an idle connection would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    const { stream } = client.connection;
    if (stream instanceof Socket) stream.setTimeout(SILENCE_MS, () => stream.destroy());
    const query = client.query.bind(client);
    Reflect.set(client, 'query', (first: unknown, ...more: unknown[]) =>
      Reflect.apply(query, client, [withoutZeroBytes(first), ...more]),
    );
  });
  return pool;
}

/** `shop at db.example.com:5432`: names a database without its user and password. */
export function databaseName(url: string): string {
  const { database, host, port } = new pg.Client(connectionOptions(url));
  return `${database} at ${host}:${port}`;
}

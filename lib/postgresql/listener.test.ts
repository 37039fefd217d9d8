import pg from 'pg';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPostgresqlDatabase, type TestDatabase } from '../testing/postgresql-database';
import { startProxy, type TcpProxy } from '../testing/tcp-proxy';
import { type Listener, listen } from './listener';

let database: TestDatabase;
let proxy: TcpProxy;
let listener: Listener | undefined;
let received: string[];

beforeEach(async () => {
  database = await createPostgresqlDatabase({ empty: true });
  proxy = await startProxy(database.url);
  received = [];
});

afterEach(async () => {
  await listener?.stop();
  await proxy.stop();
  await database.remove();
});

function start(url: string): void {
  listener = listen({
    url,
    notify: (channel, payload) => execute(`SELECT pg_notify('${channel}', '${payload}')`),
    channels: ['first', 'Second'],
    onMessage: (channel, payload) => received.push(`${channel}: ${payload}`),
    onConnected: () => received.push('connected'),
    onLost: (error) => received.push(error instanceof Error ? `lost: ${error.name}` : 'lost'),
  });
}

async function execute(...statements: string[]): Promise<void> {
  const client = new pg.Client(database.url);
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

const untilReceived = (...lines: string[]) =>
  vi.waitFor(() => expect(received).toEqual(lines), { timeout: 15_000, interval: 10 });

it('receives the committed messages on its channels in order, and no others', async () => {
  start(proxy.url);
  await untilReceived('connected');
  await execute('BEGIN', "SELECT pg_notify('first', 'rolled back')", 'ROLLBACK');
  await execute('BEGIN', "SELECT pg_notify('first', 'one')", "SELECT pg_notify('Second', 'two')", 'COMMIT');
  await execute("SELECT pg_notify('third', 'not listened to')", "SELECT pg_notify('first', 'three')");
  await untilReceived('connected', 'first: one', 'Second: two', 'first: three');
});

it('reports a lost connection once, and connects again', async () => {
  start(proxy.url);
  await untilReceived('connected');
  proxy.close();
  await untilReceived('connected', 'lost: Error');
  await execute("SELECT pg_notify('first', 'missed')");
  proxy.open();
  await untilReceived('connected', 'lost: Error', 'connected');
  await execute("SELECT pg_notify('first', 'received')");
  await untilReceived('connected', 'lost: Error', 'connected', 'first: received');
});

it('connects once a database that was down has started', async () => {
  proxy.close();
  start(proxy.url);
  await untilReceived('lost: Error');
  proxy.open();
  await untilReceived('lost: Error', 'connected');
});

it('stops at once even if the database does not answer', async () => {
  proxy.freeze();
  start(proxy.url);
  const begun = performance.now();
  await listener?.stop();
  expect(performance.now() - begun).toBeLessThan(1_000);
  expect(received).toEqual([]);
});

it('notices a connection that fails silently', async () => {
  start(proxy.url);
  await untilReceived('connected');
  proxy.freeze();
  await untilReceived('connected', 'lost: Error');
});

it('refuses a connection pooler, which reports a process ID of its own', async () => {
  const pooler = await startProxy(database.url, renameServerProcess);
  start(pooler.url);
  await untilReceived('lost: PoolerError');
  await listener?.stop();
  expect(received).toEqual(['lost: PoolerError']);
  await pooler.stop();
});

it('reports an address that leads to another database, where no message would arrive', async () => {
  const other = await createPostgresqlDatabase({ empty: true });
  start(other.url);
  await untilReceived('lost: Error');
  await listener?.stop();
  expect(received).toEqual(['lost: Error']);
  await other.remove();
});

/** Changes the process ID in PostgreSQL's BackendKeyData message: the letter K, the length 12, the process ID, a secret. */
function renameServerProcess(piece: Buffer): Buffer {
  const at = piece.indexOf(Buffer.from([0x4b, 0, 0, 0, 12]));
  if (at >= 0) piece.writeUInt32BE(piece.readUInt32BE(at + 5) + 1, at + 5);
  return piece;
}

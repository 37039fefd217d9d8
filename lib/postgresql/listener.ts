import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { connectionOptions } from './pool';

interface Options {
  url: string;
  /** Sends a message on `channel` through the shop's own connections, which may lead to another address. */
  notify: (channel: string, payload: string) => Promise<unknown>;
  channels: readonly string[];
  onMessage: (channel: string, payload: string) => void;
  /** Called after each new connection, because earlier messages may have been missed. */
  onConnected: () => void;
  /** Called when a connection is lost, or the first one fails. */
  onLost: (error: unknown) => void;
}

export type Listener = { stop(): Promise<void> };

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** A connection that fails silently is noticed within the sum of these two times. */
const PING_MS = 1_000;
const ANSWER_MS = 3_000;

/** The channel on which a new connection waits for its own greeting. */
const HELLO = 'shop_hello';
/** What `pg_stat_activity` calls the connection. */
export const LISTENER_NAME = 'seqr-webshop listener';

/** The address leads to a connection pooler. LISTEN would appear to work there, but no message would arrive. */
export class PoolerError extends Error {
  override name = 'PoolerError';
}

/**
 * Listens to NOTIFY on a connection of its own. Whenever the connection is lost, connects again after a pause that grows
 * with each failure. Stops for good, with a `PoolerError`, if the address leads to a connection pooler such as PgBouncer.
 */
export function listen(options: Options): Listener {
  const stopping = new AbortController();
  const done = keepListening(options, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}

async function keepListening(options: Options, stopping: AbortSignal): Promise<void> {
  let failures = 0;
  while (!stopping.aborted) {
    const lost = await listenOnce(options, stopping, () => {
      failures = 0;
    });
    if (stopping.aborted) return;
    if (failures === 0 || lost instanceof PoolerError) options.onLost(lost);
    if (lost instanceof PoolerError) return;
    const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
    failures += 1;
    // The pause is random, so that processes do not all connect at the same moment after a restart of the database.
    await pause(longest * (0.5 + Math.random() / 2), undefined, { signal: stopping, ref: false }).catch(() => {});
  }
}

/** Listens on one connection until it is lost. Returns the reason. */
async function listenOnce(options: Options, stopping: AbortSignal, onConnected: () => void): Promise<unknown> {
  const client = new pg.Client({
    ...connectionOptions(options.url),
    query_timeout: ANSWER_MS,
    application_name: LISTENER_NAME,
  });
  let stop = () => {};
  const ended = new Promise<unknown>((resolve) => {
    stop = () => resolve(new Error('Stopped.'));
    client.on('error', resolve);
    client.on('end', () => resolve(new Error('The connection ended.')));
  });
  stopping.addEventListener('abort', stop);
  try {
    const lost = await Promise.race([ended, connect(client, options)]);
    if (lost !== undefined) return lost;
    onConnected();
    options.onConnected();
    return await Promise.race([ended, untilUnanswered(client)]);
  } catch (error) {
    return error;
  } finally {
    stopping.removeEventListener('abort', stop);
    // `end` would wait for a server that may be gone.
    Reflect.get(client, 'connection').stream.destroy();
  }
}

/** Resolves once `client` listens and has received a message that was sent through `notify`. */
async function connect(client: pg.Client, { channels, notify, onMessage }: Options): Promise<void> {
  const hello = randomUUID();
  const greeted = new Promise<void>((resolve) => {
    client.on('notification', ({ channel, payload = '' }) => {
      if (channel !== HELLO) onMessage(channel, payload);
      else if (payload === hello) resolve();
    });
  });
  await client.connect();
  await refusePooler(client);
  for (const channel of [HELLO, ...channels]) await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
  await notify(HELLO, hello);
  await Promise.race([greeted, refuseSilence()]);
}

/** Throws after a timeout. On a connection to another database, or through some proxies, no message ever arrives. */
async function refuseSilence(): Promise<never> {
  await pause(ANSWER_MS, undefined, { ref: false });
  throw new Error(
    'A message sent through DATABASE_URL did not arrive at this address. Check that both lead to the same database.',
  );
}

/** Asks the server once a second, and throws when it does not answer. */
async function untilUnanswered(client: pg.Client): Promise<never> {
  for (;;) {
    await pause(PING_MS, undefined, { ref: false });
    await client.query('SELECT 1');
  }
}

/** Throws a `PoolerError` if the client has a process ID that is not the server's, because only a pooler invents one. */
async function refusePooler(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  if (rows[0]?.pid !== Reflect.get(client, 'processID')) {
    throw new PoolerError('The address leads to a connection pooler, through which LISTEN receives no messages.');
  }
}

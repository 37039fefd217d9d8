import type pg from 'pg';

/** PostgreSQL keeps each named statement in each connection's process. A checkout and its background work need about 60. */
const MAX_NAMES = 200;
const MAX_LENGTH = 20_000;
/** "cached plan must not change result type", for example after a backup was restored under a running shop. */
const CHANGED_RESULT = '0A000';

const namesOf = new WeakMap<object, Map<string, string>>();

/**
 * Lets `statementName` name the connection's statements, which PostgreSQL then parses once. No-op behind a connection
 * pooler: there, the next statement may run in another process, which does not know the name. A pooler is recognised by
 * the process id that it reports to its clients: it invents one.
 */
export async function nameStatements(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  if (rows[0]?.pid !== Reflect.get(client, 'processID')) return;
  namesOf.set(client, new Map());
  client.connection.on('errorMessage', (error: { code?: string }) => {
    if (error.code === CHANGED_RESULT) namesOf.delete(client);
  });
}

const PATTERN = / LIKE /;

/**
 * The statement's name on this connection. Undefined if it has none, so that it is parsed at each execution. A search has
 * none: from its sixth execution, PostgreSQL would keep the plan of a named statement, which expects few matches.
 */
export function statementName(client: pg.ClientBase, text: string): string | undefined {
  const names = namesOf.get(client);
  if (!names || text.length > MAX_LENGTH || PATTERN.test(text)) return undefined;
  if (!names.has(text) && names.size < MAX_NAMES) names.set(text, `shop_${names.size}`);
  return names.get(text);
}

// Runs the queries of books-database.ts. The thread that sent a query sleeps until this one has the answer.
import { workerData } from 'node:worker_threads';
import pg from 'pg';

const { url, port, signal } = workerData;
const flag = new Int32Array(signal);
const TIMESTAMP = 1114;
const types = {
  /** @type {(oid: number, format?: any) => any} */
  getTypeParser: (oid, format) =>
    oid === TIMESTAMP
      ? (/** @type {string} */ text) => `${text.replace(' ', 'T')}+00:00`
      : pg.types.getTypeParser(oid, format),
};
const client = new pg.Client({ connectionString: url, types });
const connected = client.connect();

port.on('message', async (/** @type {{ sql: string, values: unknown[] }} */ { sql, values }) => {
  port.postMessage(await answer(sql, values));
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
});

/**
 * @param {string} sql
 * @param {unknown[]} values
 */
async function answer(sql, values) {
  try {
    await connected;
    return { rows: (await client.query(sql, values)).rows };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

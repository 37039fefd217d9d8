import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';

type Value = string | number | null;

/** A shop's database, which tests read and write without the shop's code. Times are text in ISO 8601, in UTC. */
export interface BooksDatabase {
  /** Runs a statement in SQL that both databases understand, with `?` for each value. */
  rows<Row>(sql: string, ...values: Value[]): Row[];
  close(): void;
}

export function openBooksDatabase(url: string): BooksDatabase {
  return url.startsWith('file:') ? openFile(url.slice('file:'.length)) : openPostgresql(url);
}

function openFile(path: string): BooksDatabase {
  const file = new Database(path, { fileMustExist: true, timeout: 10_000 });
  return {
    rows: <Row>(sql: string, ...values: Value[]) => {
      const statement = file.prepare<Value[], Row>(sql);
      if (statement.reader) return statement.all(...values);
      statement.run(...values);
      return [];
    },
    close: () => file.close(),
  };
}

const PATIENCE_MS = 30_000;

/** Runs the driver in a separate thread, because the driver is asynchronous and the tests' queries are not. */
function openPostgresql(url: string): BooksDatabase {
  const signal = new SharedArrayBuffer(4);
  const flag = new Int32Array(signal);
  const { port1: own, port2: port } = new MessageChannel();
  const workerData = { url, port, signal };
  const worker = new Worker(new URL('sync-postgresql.mjs', import.meta.url), { workerData, transferList: [port] });
  worker.unref();
  return {
    rows: (sql, ...values) => {
      let position = 0;
      Atomics.store(flag, 0, 0);
      own.postMessage({ sql: sql.replace(/\?/g, () => `$${++position}`), values });
      if (Atomics.wait(flag, 0, 0, PATIENCE_MS) === 'timed-out') throw new Error(`PostgreSQL did not answer: ${sql}`);
      const { rows, error } = receiveMessageOnPort(own)?.message ?? {};
      if (error) throw new Error(`${error}: ${sql}`);
      return rows;
    },
    close: () => void worker.terminate(),
  };
}

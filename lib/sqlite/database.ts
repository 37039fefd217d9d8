import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { Busy } from './database-failure';
import { keepPrivate } from './keep-private';
import { sqlitePath } from './sqlite-path';
import { CachingSqlite } from './statement-cache';
import { WriteAheadLog } from './write-ahead-log';
import { WriteConnection } from './write-connection';
import { type WriteFailure, writeFailure } from './write-failure';
import { WriteQueue } from './write-queue';

/** The part of a Prisma client that this file needs. Each schema has a generated client of its own. */
interface PrismaLike {
  $connect(): Promise<void>;
  $disconnect(): Promise<void>;
  $queryRawUnsafe(sql: string): Promise<unknown>;
}

export interface Database<Client, Tx> {
  /** For reads only: a separate connection, so that reads never run inside an open transaction. */
  readonly read: Client;
  /**
   * Runs a write atomically; it is on disk once the promise resolves. The adapter has a single connection: a call made
   * while a transaction is open would run *inside* that transaction and be rolled back with it. So all writes of the
   * process use one queue. SQLite's write lock is taken before anything is read, so that no other process can write
   * between a read and the write that depends on it. If another program holds the lock, the queue tries again for five
   * seconds. SQLite's own waiting would block the process. `run` must await everything it starts; otherwise a query
   * could run inside a later write.
   */
  write<T>(run: (tx: Tx) => Promise<T>): Promise<T>;
  /** The statement with which the health check tests writing. It needs as much space as an order. */
  readonly probeStatement: string;
  /** The reason for a failed write, for the merchant. */
  writeFailure(error: unknown): WriteFailure;
  close(): Promise<void>;
}

const READ_TIMEOUT_MS = 5_000;
/** An order writes 132 kB to the log. A smaller probe could succeed on a disk that is too full for orders. */
const PROBE_BYTES = 128 * 1024;

/** SQLite's answer: `busy` is 1 if another connection prevented it. */
const checkpoints = z.array(z.object({ busy: z.coerce.number() }));

/** Opens a SQLite file (created if missing) in WAL mode, with foreign keys enforced. */
export function openDatabase<Client extends PrismaLike & Tx, Tx extends object>(
  url: string,
  newClient: (adapter: CachingSqlite) => Client,
): Database<Client, Tx> {
  const path = sqlitePath(url);
  mkdirSync(dirname(path), { recursive: true });
  keepPrivate(path);
  const reader = newClient(new CachingSqlite({ url: path, timeout: READ_TIMEOUT_MS }));
  const connection = new WriteConnection({ url: path, timeout: 0 });
  const writer = newClient(connection);
  const log = new WriteAheadLog(path);

  async function prepare() {
    await writer.$queryRawUnsafe('PRAGMA journal_mode = WAL');
    await writer.$queryRawUnsafe('PRAGMA synchronous = NORMAL'); // `log` flushes each commit.
    await writer.$queryRawUnsafe('PRAGMA foreign_keys = ON');
    // An earlier process may have died before it flushed a commit, or after a flush failed. So SQLite copies the log into the
    // database file now, and flushes that file. Later commits do not depend on the old log.
    const [checkpoint] = checkpoints.parse(await writer.$queryRawUnsafe('PRAGMA wal_checkpoint(TRUNCATE)'));
    if (checkpoint?.busy) throw new Busy(path);
    await log.open();
    connection.markConfigured();
  }

  const queue = new WriteQueue<Tx>(writer, {
    beginSavepoint: () => connection.beginSavepoint(),
    releaseSavepoint: () => connection.releaseSavepoint(),
    rollbackSavepoint: () => connection.rollbackSavepoint(),
    transact: async (work) => {
      if (!connection.isConfigured) await prepare();
      log.assertUsable();
      await connection.transact(work);
      // Even if this write changed nothing: it may have read what another process has committed but not yet flushed.
      await log.flush();
    },
  });

  return {
    read: reader,
    write: (run) => queue.add(run),
    probeStatement: `REPLACE INTO "WriteProbe" VALUES (1, zeroblob(${PROBE_BYTES}))`,
    writeFailure: (error) => writeFailure(error, path),
    close: async () => {
      await queue.drained();
      // First, because SQLite deletes the log when the last connection is closed, and Windows deletes no open file.
      await log.close();
      await Promise.all([reader.$disconnect(), writer.$disconnect()]);
    },
  };
}

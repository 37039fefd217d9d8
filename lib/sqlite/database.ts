import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { WriteQueue } from './write-queue';

/** The part of a generated Prisma client that reading and writing need; each schema generates a client of its own. */
interface PrismaLike {
  $connect(): Promise<void>;
  $disconnect(): Promise<void>;
  $queryRawUnsafe(sql: string): Promise<unknown>;
}

interface TransactionLike {
  $executeRawUnsafe(sql: string): Promise<number>;
}

type Transactional<Client, Tx> = Client & {
  $transaction<T>(run: (tx: Tx) => Promise<T>, options: { maxWait: number; timeout: number }): Promise<T>;
};

export interface Database<Client, Tx> {
  /** For reads only: a connection of its own, so it never stands inside somebody's open transaction. */
  readonly read: Client;
  /**
   * All of it or nothing, and on disk when it resolves. The adapter has a single connection, on which a neighbour's plain
   * call would run *inside* an open transaction and be lost with its rollback; so every write of the process passes one
   * queue, and SQLite's write lock is taken before anything is read, so that processes do not overtake each other
   * between a read and its write. Where another program keeps that lock it is tried for five seconds from the call on,
   * while everything else goes on: SQLite's own waiting would stop the whole process. What `run` starts it must await:
   * a query that is left behind would fall into a neighbour's write.
   */
  write<T>(run: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const READ_TIMEOUT_MS = 5_000;

/** `file:./.data/shop.db` → its absolute path. Throws on any other kind of address. */
export function sqlitePath(url: string): string {
  if (!url.startsWith('file:')) throw new Error('DATABASE_URL must start with "file:" (a SQLite file).');
  return resolve(/* turbopackIgnore: true */ process.cwd(), url.slice('file:'.length));
}

/** Opens a SQLite file (made if missing) in WAL mode, durable (`synchronous=FULL`), with foreign keys checked. */
export function openDatabase<Client extends PrismaLike, Tx extends TransactionLike>(
  url: string,
  newClient: (adapter: PrismaBetterSqlite3) => Transactional<Client, Tx>,
): Database<Client, Tx> {
  const path = sqlitePath(url);
  mkdirSync(dirname(path), { recursive: true });
  const reader = newClient(new PrismaBetterSqlite3({ url: path, timeout: READ_TIMEOUT_MS }));
  const writer = newClient(new PrismaBetterSqlite3({ url: path, timeout: 0 }));
  let prepared = false;

  async function prepare() {
    await writer.$queryRawUnsafe('PRAGMA journal_mode = WAL');
    await writer.$queryRawUnsafe('PRAGMA synchronous = FULL');
    await writer.$queryRawUnsafe('PRAGMA foreign_keys = ON');
    prepared = true;
  }

  const queue = new WriteQueue<Tx>(async (work) => {
    if (!prepared) await prepare();
    await writer.$transaction(work, { maxWait: 10_000, timeout: 10_000 });
  });

  return {
    read: reader,
    write: (run) => queue.add(run),
    close: async () => {
      await queue.drained();
      await Promise.all([reader.$disconnect(), writer.$disconnect()]);
    },
  };
}

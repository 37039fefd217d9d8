import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { monotonicMs } from '../clock';
import { isBusy } from './database-failure';
import { Mutex } from './mutex';

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
   * One transaction, alone: the adapter has a single connection, on which a neighbour's plain call would run *inside*
   * an open transaction and be lost with its rollback. So every write of the process passes this queue, and takes
   * SQLite's write lock before it reads, so that processes do not overtake each other between a read and its write.
   * Where another program keeps that lock it is tried for five seconds from the call on, while everything else goes on:
   * SQLite's own waiting would stop the whole process.
   */
  write<T>(run: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const BUSY_TIMEOUT_MS = 5_000;
const BUSY_PAUSE_MS = 10;

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
  const reader = newClient(new PrismaBetterSqlite3({ url: path, timeout: BUSY_TIMEOUT_MS }));
  const writer = newClient(new PrismaBetterSqlite3({ url: path, timeout: 0 }));
  const queue = new Mutex();
  let prepared = false;

  async function prepare() {
    await writer.$queryRawUnsafe('PRAGMA journal_mode = WAL');
    await writer.$queryRawUnsafe('PRAGMA synchronous = FULL');
    await writer.$queryRawUnsafe('PRAGMA foreign_keys = ON');
  }

  async function transact<T>(run: (tx: Tx) => Promise<T>, deadline: number): Promise<T> {
    for (;;) {
      let locked = false;
      try {
        if (!prepared) {
          await prepare();
          prepared = true;
        }
        return await writer.$transaction(
          async (tx) => {
            await tx.$executeRawUnsafe('DELETE FROM "_prisma_migrations" WHERE 0');
            locked = true;
            return run(tx);
          },
          { maxWait: 10_000, timeout: 10_000 },
        );
      } catch (error) {
        // Only before the lock is there: what `run` has begun is never begun again.
        if (locked || !isBusy(error) || monotonicMs() > deadline) throw error;
        await pause(BUSY_PAUSE_MS);
      }
    }
  }

  return {
    read: reader,
    write: (run) => {
      const deadline = monotonicMs() + BUSY_TIMEOUT_MS;
      return queue.run(() => transact(run, deadline));
    },
    close: async () => {
      await queue.run(async () => {});
      await Promise.all([reader.$disconnect(), writer.$disconnect()]);
    },
  };
}

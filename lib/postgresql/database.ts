import { setTimeout as pause } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { monotonicMs } from '../clock';
import { isConflict, isPostgresqlFailure, postgresqlWriteFailure, type WriteFailure } from './database-failure';
import { CONNECT_TIMEOUT_MS, openPool } from './pool';
import { isWriteAgain } from './write-again';
import { lockStatement, type Scope } from './write-lock';

interface PrismaLike {
  $disconnect(): Promise<void>;
}

interface TransactionLike {
  $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<number>;
}

interface Database<Client, Tx> {
  readonly read: Client;
  write<T>(run: (tx: Tx) => Promise<T>, scope?: Scope): Promise<T>;
  readonly probeStatement: string;
  writeFailure(error: unknown): WriteFailure;
  close(): Promise<void>;
}

type Options = { maxWait: number; timeout: number };

type Transactional<Client, Tx> = Client & {
  $transaction<T>(run: (tx: Tx) => Promise<T>, options: Options): Promise<T>;
};

/** How long a write is retried, for example while the server cannot be reached: as long as SQLite waits for a lock. */
const RETRY_MS = 5_000;
/**
 * Prisma's own timeout rolls back and frees the connection even in the middle of an operation of several statements. The
 * operation's next statement would then run outside the transaction, or in another one. So PostgreSQL ends idle
 * transactions instead.
 */
const NO_TIMEOUT_MS = 86_400_000;
/** How often a write is attempted if concurrent writes make it fail. */
const MAX_ATTEMPTS = 5;
const PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 500;
const OPTIONS: Options = { maxWait: CONNECT_TIMEOUT_MS, timeout: NO_TIMEOUT_MS };

/**
 * Opens a PostgreSQL database with at most `connections` connections (2 or more). Half of them are for writes, so reads
 * never wait behind writes that wait for a lock. `write` runs a transaction; lib/db/client.ts says what it guarantees.
 */
export function openDatabase<Client extends PrismaLike, Tx extends TransactionLike>(
  url: string,
  connections: number,
  newClient: (adapter: PrismaPg) => Transactional<Client, Tx>,
): Database<Client, Tx> {
  const readers = openPool(url, Math.ceil(connections / 2));
  const writers = openPool(url, Math.floor(connections / 2));
  const reader = newClient(new PrismaPg(readers));
  const writer = newClient(new PrismaPg(writers));

  async function write<T>(run: (tx: Tx) => Promise<T>, scope?: Scope): Promise<T> {
    const lock = lockStatement(scope);
    const deadline = monotonicMs() + RETRY_MS;
    for (let attempt = 1; ; attempt += 1) {
      let hasStarted = false;
      try {
        return await writer.$transaction(async (tx) => {
          await tx.$executeRawUnsafe(lock.text, ...lock.values);
          hasStarted = true;
          return run(tx);
        }, OPTIONS);
      } catch (error) {
        // A lost connection may hide a commit, so a write that has started is repeated only if it was certainly rolled back.
        const isOvertaken = isWriteAgain(error) || isConflict(error);
        // A write that has not started may store the answer to a call that must not be repeated, so it waits for the server.
        const mayRepeat = isOvertaken ? attempt < MAX_ATTEMPTS : !hasStarted && isPostgresqlFailure(error);
        if (!mayRepeat || monotonicMs() > deadline) throw error;
        await pause(Math.min(PAUSE_MS * attempt, LONGEST_PAUSE_MS) * (0.5 + Math.random()));
      }
    }
  }

  return {
    read: reader,
    write,
    // Small, because every byte is also archived and replicated.
    probeStatement: `INSERT INTO "WriteProbe" VALUES (1, '') ON CONFLICT ("id") DO UPDATE SET "filler" = excluded."filler"`,
    writeFailure: postgresqlWriteFailure,
    close: async () => {
      await Promise.all([reader.$disconnect(), writer.$disconnect()]);
      await Promise.all([readers.end(), writers.end()]);
    },
  };
}

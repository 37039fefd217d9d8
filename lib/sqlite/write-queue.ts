import { AsyncResource } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { monotonicMs } from '../clock';
import { isBusy, isSqliteFailure } from './database-failure';
import { BEGIN_WITH_LOCK } from './lock-first';

interface Statements {
  $executeRawUnsafe(sql: string): Promise<number>;
}

/**
 * Opens a transaction of `LockingSqlite`, runs `work` in it and commits. Rejects if a step fails. Nothing is then stored,
 * unless the failed step is the flush after the commit (NotOnDisk).
 */
type Transact<Tx> = (work: (tx: Tx) => Promise<void>) => Promise<unknown>;

type Write<Tx> = {
  readonly run: (tx: Tx) => Promise<unknown>;
  readonly deadline: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
};

const BUSY_TIMEOUT_MS = 5_000;
const BUSY_PAUSE_MS = 10;
/** Limits how long a group's first write waits for the commit, and how long other processes wait for the lock. */
const MAX_BATCH = 16;

/**
 * Runs a process's writes in the order of their calls. Writes that queue up while the disk is busy share one
 * transaction and one commit, each in its own savepoint: a write that throws rolls back only itself. No write is
 * acknowledged before the commit. If the database itself fails, as on a full disk, all writes of the transaction fail.
 * While another program holds the lock, a write is retried until five seconds after its call.
 */
export class WriteQueue<Tx extends Statements> {
  readonly #transact: Transact<Tx>;
  readonly #waiting: Write<Tx>[] = [];
  #work: Promise<void> | null = null;

  constructor(transact: Transact<Tx>) {
    this.#transact = transact;
  }

  add<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const write = { run: AsyncResource.bind(run), deadline: monotonicMs() + BUSY_TIMEOUT_MS, resolve, reject };
      // `run` returns what `resolve` takes. A list of writes cannot say so, because each has a type of its own.
      this.#waiting.push(write as Write<Tx>);
      this.#work ??= this.#workOff();
    });
  }

  /** Resolves when every write queued so far has ended. */
  async drained(): Promise<void> {
    await this.#work;
  }

  async #workOff(): Promise<void> {
    while (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0, MAX_BATCH));
    this.#work = null;
  }

  async #commit(group: Write<Tx>[]): Promise<void> {
    const settle: (() => void)[] = [];
    let locked = false;
    const work = async (tx: Tx) => {
      // Before anything is read.
      await tx.$executeRawUnsafe(BEGIN_WITH_LOCK);
      locked = true;
      const enter = group.length > 1 ? runWithinSavepoint : runPlainly;
      for (const write of group) settle.push(await enter(tx, write));
    };
    try {
      await this.#transact(work);
      for (const one of settle) one();
    } catch (error) {
      // Retries only if the lock was not acquired: a write that has started is never repeated.
      const again = !locked && isBusy(error) ? group.filter(({ deadline }) => deadline >= monotonicMs()) : [];
      for (const write of group) if (!again.includes(write)) write.reject(error);
      this.#waiting.unshift(...again);
      if (again.length > 0) await pause(BUSY_PAUSE_MS);
    }
  }
}

async function runPlainly<Tx>(tx: Tx, { run, resolve }: Write<Tx>): Promise<() => void> {
  const value = await run(tx);
  return () => resolve(value);
}

async function runWithinSavepoint<Tx extends Statements>(tx: Tx, write: Write<Tx>): Promise<() => void> {
  await tx.$executeRawUnsafe('SAVEPOINT one');
  try {
    const settle = await runPlainly(tx, write);
    await tx.$executeRawUnsafe('RELEASE one');
    return settle;
  } catch (error) {
    // SQLite may have rolled back the whole transaction.
    if (isSqliteFailure(error)) throw error;
    await tx.$executeRawUnsafe('ROLLBACK TO one');
    await tx.$executeRawUnsafe('RELEASE one');
    return () => write.reject(error);
  }
}

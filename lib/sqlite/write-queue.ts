import { AsyncResource } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { monotonicMs } from '../clock';
import { isBusy, isDatabaseFailure } from './database-failure';

interface Statements {
  $executeRawUnsafe(sql: string): Promise<number>;
}

/** Opens a transaction, runs the work in it and commits. Rejects if any of that fails; then nothing is kept. */
type Transact<Tx> = (work: (tx: Tx) => Promise<void>) => Promise<unknown>;

type Write<Tx> = {
  readonly run: (tx: Tx) => Promise<unknown>;
  readonly deadline: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
};

const BUSY_TIMEOUT_MS = 5_000;
const BUSY_PAUSE_MS = 10;
/** So that the first of a group does not wait long for the last, and another process gets its turn. */
const MOST_TOGETHER = 16;

/**
 * The writes of a process, one after the other in the order of their calls. Those that gather while the disk is busy
 * share one transaction and so one commit to disk, each in a savepoint of its own: a write that throws takes back what
 * it wrote and nothing else. None is acknowledged before the commit. Where the database itself fails (locked for five
 * seconds from the call on, disk full), all that shared the transaction fail with it.
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
      this.#waiting.push(write as Write<Tx>);
      this.#work ??= this.#workOff();
    });
  }

  /** Resolves when every write called so far has ended. */
  async drained(): Promise<void> {
    await this.#work;
  }

  async #workOff(): Promise<void> {
    while (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0, MOST_TOGETHER));
    this.#work = null;
  }

  async #commit(group: Write<Tx>[]): Promise<void> {
    const settle: (() => void)[] = [];
    let locked = false;
    const work = async (tx: Tx) => {
      await takeWriteLock(tx);
      locked = true;
      const enter = group.length > 1 ? runWithinSavepoint : runPlainly;
      for (const write of group) settle.push(await enter(tx, write));
    };
    try {
      await this.#transact(work);
      for (const one of settle) one();
    } catch (error) {
      // Only before the lock is there: what a write has begun is never begun again.
      const again = !locked && isBusy(error) ? group.filter(({ deadline }) => deadline >= monotonicMs()) : [];
      for (const write of group) if (!again.includes(write)) write.reject(error);
      this.#waiting.unshift(...again);
      if (again.length > 0) await pause(BUSY_PAUSE_MS);
    }
  }
}

/** Changes nothing, but is a write: what follows reads nothing that another process may be about to change. */
async function takeWriteLock(tx: Statements): Promise<void> {
  await tx.$executeRawUnsafe('DELETE FROM "_prisma_migrations" WHERE 0');
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
    // SQLite may have rolled everything back.
    if (isDatabaseFailure(error)) throw error;
    await tx.$executeRawUnsafe('ROLLBACK TO one');
    await tx.$executeRawUnsafe('RELEASE one');
    return () => write.reject(error);
  }
}

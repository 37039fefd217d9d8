import { AsyncResource } from 'node:async_hooks';
import { setImmediate as letOthersRun, setTimeout as pause } from 'node:timers/promises';
import { monotonicMs } from '../clock';
import { isBusy, isSqliteFailure } from './database-failure';

/** The connection on which a queue's client writes. */
interface Connection {
  /**
   * Runs `work` in a transaction that holds SQLite's write lock, and commits. Rejects without calling `work` if another
   * program holds the lock. If a step fails, nothing is stored, unless that step is the flush after the commit (NotOnDisk).
   */
  transact(work: () => Promise<void>): Promise<void>;
  /** Begins a part of the transaction. `releaseSavepoint` keeps it, and throws if it cannot be stored. */
  beginSavepoint(): void;
  releaseSavepoint(): void;
  rollbackSavepoint(): void;
}

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
export class WriteQueue<Tx extends object> {
  readonly #client: Tx;
  readonly #connection: Connection;
  readonly #waiting: Write<Tx>[] = [];
  #work: Promise<void> | null = null;

  constructor(client: Tx, connection: Connection) {
    this.#client = client;
    this.#connection = connection;
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
    const work = async () => {
      locked = true;
      for (const write of group) settle.push(await (group.length > 1 ? this.#runInSavepoint(write) : this.#run(write)));
    };
    try {
      await this.#connection.transact(work);
      for (const one of settle) one();
    } catch (error) {
      // Retries only if the lock was not acquired: a write that has started is never repeated.
      const again = !locked && isBusy(error) ? group.filter(({ deadline }) => deadline >= monotonicMs()) : [];
      for (const write of group) if (!again.includes(write)) write.reject(error);
      this.#waiting.unshift(...again);
      if (again.length > 0) await pause(BUSY_PAUSE_MS);
    }
  }

  /** Runs a write, and returns what resolves its promise. */
  async #run({ run, resolve }: Write<Tx>): Promise<() => void> {
    // A write that kept `tx` could otherwise use it in a later write's transaction.
    const { proxy: tx, revoke } = Proxy.revocable(this.#client, {});
    try {
      const value = await run(tx);
      return () => resolve(value);
    } catch (error) {
      // If one of several concurrent operations failed, the others end now, before the rollback. They wait for nothing but
      // promises and ticks, because SQLite answers at once. What waits longer finds its client revoked.
      await letOthersRun();
      throw error;
    } finally {
      revoke();
    }
  }

  async #runInSavepoint(write: Write<Tx>): Promise<() => void> {
    const connection = this.#connection;
    connection.beginSavepoint();
    try {
      const settle = await this.#run(write);
      connection.releaseSavepoint();
      return settle;
    } catch (error) {
      // SQLite may have rolled back the whole transaction.
      if (isSqliteFailure(error)) throw error;
      connection.rollbackSavepoint();
      return () => write.reject(error);
    }
  }
}

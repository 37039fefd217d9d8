import { db, type Tx } from '../db/client';
import { isDatabaseFailure } from '../db/database-failure';

type Waiting = {
  readonly scopes: readonly string[];
  readonly run: (tx: Tx) => Promise<boolean>;
  readonly resolve: (result: boolean) => void;
  readonly reject: (error: unknown) => void;
};

/** Short, because effects whose outcomes still wait for a commit when the process dies are repeated. */
const MAX_WAIT_MS = 100;

/**
 * Lets writes share a transaction and a commit. A write waits for others that are expected soon, but at most a tenth of a
 * second.
 */
export class SharedCommits {
  #waiting: Waiting[] = [];
  /** The commits in progress. */
  readonly #commits = new Set<Promise<void>>();
  #preparations = 0;
  #timer: NodeJS.Timeout | undefined;

  /** Runs `work`. Until it ends, urgent writes wait for those that it adds. */
  async prepare<T>(work: () => Promise<T>): Promise<T> {
    this.#preparations += 1;
    try {
      return await work();
    } finally {
      this.#preparations -= 1;
      if (this.#preparations === 0) this.#commitSoon();
    }
  }

  /**
   * Adds a write with its scopes, and returns its result. An urgent write is committed at once, or after the current
   * preparations. Others join the next commit. None waits longer than a tenth of a second.
   */
  write(run: (tx: Tx) => Promise<boolean>, scopes: readonly string[], isUrgent: boolean): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ run, scopes, resolve, reject });
      this.#timer ??= setTimeout(() => void this.commit(), MAX_WAIT_MS);
      if (isUrgent && this.#preparations === 0) this.#commitSoon();
    });
  }

  /** Writes what waits. Resolves once every write added so far has been committed or rejected. */
  async commit(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const commit = writeAll(this.#waiting.splice(0));
    this.#commits.add(commit);
    await Promise.all(this.#commits).finally(() => this.#commits.delete(commit));
  }

  /** Waits for the writes that are added in the same turn. */
  #commitSoon(): void {
    queueMicrotask(() => void this.commit());
  }
}

/** An invalid write must not fail the others: after a failure, each is written alone. */
async function writeAll(batch: readonly Waiting[]): Promise<void> {
  if (batch.length === 0) return;
  try {
    const scopes = batch.flatMap((one) => one.scopes);
    const results = await db().write(async (tx) => {
      const results: boolean[] = [];
      for (const { run } of batch) results.push(await run(tx));
      return results;
    }, scopes);
    for (const [n, { resolve }] of batch.entries()) resolve(results[n] ?? false);
  } catch (error) {
    if (batch.length === 1 || isDatabaseFailure(error)) for (const { reject } of batch) reject(error);
    else for (const one of batch) await writeAll([one]);
  }
}

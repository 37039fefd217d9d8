import { setTimeout as pause } from 'node:timers/promises';
import { monotonicMs } from '../clock';
import type { WriteFailure } from '../sqlite/write-failure';

export type WriteState = 'ok' | WriteFailure;

const INTERVAL_MS = 5_000;
/** Shorter than the timeout of a typical health check. A probe that waits for a lock takes up to five seconds. */
const MAX_WAIT_MS = 800;

interface Writer {
  readonly probeStatement: string;
  write(
    run: (tx: { $executeRawUnsafe(sql: string): Promise<number> }) => Promise<unknown>,
    scope: string,
  ): Promise<unknown>;
  writeFailure(error: unknown): WriteFailure;
}

/** Tests whether a database accepts writes, by writing to a dedicated table at most every five seconds. */
export class WriteProbe {
  readonly #database: Writer;
  readonly #maxWaitMs: number;
  /** Not `ok` before the first write: a busy process may need seconds to open its first connection. */
  #state: WriteState = 'failing';
  #failures = 0;
  #startedAt = Number.NEGATIVE_INFINITY;
  #running: Promise<void> | null = null;

  constructor(database: Writer, maxWaitMs = MAX_WAIT_MS) {
    this.#database = database;
    this.#maxWaitMs = maxWaitMs;
  }

  /** Returns the result of the latest probe. Waits briefly if a new one is due or running. Never throws. */
  async state(): Promise<WriteState> {
    if (!this.#running && monotonicMs() - this.#startedAt >= INTERVAL_MS) this.#running = this.#probe();
    if (this.#running) await Promise.race([this.#running, pause(this.#maxWaitMs, undefined, { ref: false })]);
    return this.#state;
  }

  async #probe(): Promise<void> {
    this.#startedAt = monotonicMs();
    try {
      await this.#database.write((tx) => tx.$executeRawUnsafe(this.#database.probeStatement), 'probe');
      this.#failures = 0;
      this.#state = 'ok';
    } catch (error) {
      this.#failures += 1;
      const failure = this.#database.writeFailure(error);
      // A full or read-only database stays so; any other failure, such as a lock, may be over at the next probe.
      const isCertain = failure === 'full' || failure === 'read-only';
      if (isCertain || this.#failures >= 2) this.#state = failure;
    } finally {
      this.#running = null;
    }
  }
}

type Waiting<Row> = { row: Row; resolve: () => void; reject: (error: unknown) => void };

const MAX_BATCH = 100;

/**
 * Writes concurrent rows together, so that a hundred calls cost one commit instead of a hundred. A single row is
 * written immediately. `add` settles once its row is on disk.
 */
export class Batch<Row> {
  readonly #insert: (rows: Row[]) => Promise<unknown>;
  #waiting: Waiting<Row>[] = [];
  #busy = false;

  constructor(insert: (rows: Row[]) => Promise<unknown>) {
    this.#insert = insert;
  }

  add(row: Row): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ row, resolve, reject });
      if (!this.#busy) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#busy = true;
    while (this.#waiting.length > 0) await this.#write(this.#waiting.splice(0, MAX_BATCH));
    this.#busy = false;
  }

  /** One invalid row must not fail the others: after a failure, each row is written alone. */
  async #write(batch: Waiting<Row>[]): Promise<void> {
    try {
      await this.#insert(batch.map(({ row }) => row));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      const [only, ...others] = batch;
      if (only && others.length === 0) only.reject(error);
      else for (const one of batch) await this.#write([one]);
    }
  }
}

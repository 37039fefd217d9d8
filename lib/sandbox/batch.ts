type Waiting<Row> = { row: Row; resolve: () => void; reject: (error: unknown) => void };

const MOST = 100;

/**
 * Writes rows that arrive at the same time together, so that a hundred calls at once cost one commit to disk and not a
 * hundred. A row that comes alone is written at once. `add` settles when its row is on disk.
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
    while (this.#waiting.length > 0) await this.#write(this.#waiting.splice(0, MOST));
    this.#busy = false;
  }

  /** One bad row must not fail its neighbours: after a failure each is written alone. */
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

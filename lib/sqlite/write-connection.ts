import type SQLite from 'better-sqlite3';
import { CachingSqlite } from './statement-cache';

/** What Prisma sends to begin and end a transaction, and what is sent to SQLite instead. */
const SAVEPOINTS: Readonly<Record<string, string>> = {
  BEGIN: 'SAVEPOINT operation',
  COMMIT: 'RELEASE operation',
  // Ends the savepoint only with its transaction, which does no harm: RELEASE ends the newest of the same name.
  ROLLBACK: 'ROLLBACK TO operation',
};

/**
 * Prisma's adapter for the one connection that writes. Its transactions bypass Prisma, whose interactive transactions
 * take several times as long. A transaction that Prisma itself begins, for an operation of several statements, becomes a
 * savepoint.
 */
export class WriteConnection extends CachingSqlite {
  #client: SQLite.Database | undefined;
  #prepare: ((sql: string) => { run(): unknown }) | undefined;

  protected override adapt(client: SQLite.Database): void {
    super.adapt(client);
    const prepare = client.prepare.bind(client);
    this.#client = client;
    this.#prepare = prepare;
    Reflect.set(client, 'prepare', (sql: string) => prepare(SAVEPOINTS[sql] ?? sql));
  }

  /** Runs a statement without values. Prisma's client must have connected before. */
  run(sql: string): void {
    if (!this.#prepare) throw new Error('The connection that writes is not open, or Prisma’s adapter hides it.');
    this.#prepare(sql).run();
  }

  /**
   * Runs `work` in a transaction that holds SQLite's write lock from its beginning, and commits. Throws SqliteError
   * immediately if another program holds the lock. If a step fails, nothing is stored.
   */
  async transact(work: () => Promise<void>): Promise<void> {
    this.run('BEGIN IMMEDIATE');
    try {
      await work();
      this.run('COMMIT');
    } catch (error) {
      // After some failures, such as a full disk, SQLite has already rolled back.
      if (this.#client?.inTransaction) this.run('ROLLBACK');
      throw error;
    }
  }
}

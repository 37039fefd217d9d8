import type SQLite from 'better-sqlite3';
import { CachingSqlite } from './statement-cache';

/** What may also run outside a transaction, such as the connection's settings. */
const READ_OR_PRAGMA = /^\s*(SELECT|PRAGMA)\b/i;

/**
 * Prisma's adapter for the one connection that writes. Its transactions bypass Prisma, whose interactive transactions
 * take two to three times as long. For an operation of several statements, Prisma begins a transaction of its own, which
 * becomes part of the write's; if such an operation fails, so does the write.
 */
export class WriteConnection extends CachingSqlite {
  #client: SQLite.Database | undefined;
  #prepare: ((sql: string) => { run(): unknown }) | undefined;
  #isConfigured = false;
  #isInTransaction = false;
  /** Whether an operation of several statements failed in this write. Some of the statements may have taken effect. */
  #hasFailed = false;

  protected override adapt(client: SQLite.Database): void {
    super.adapt(client);
    const prepare = client.prepare.bind(client);
    this.#client = client;
    this.#prepare = prepare;
    this.#isConfigured = false;
    Reflect.set(client, 'prepare', (sql: string) => {
      if (sql === 'ROLLBACK') this.#hasFailed = this.#isInTransaction;
      if (sql === 'BEGIN' || sql === 'COMMIT' || sql === 'ROLLBACK') return nothing;
      this.#assertMayRun(client, sql);
      return prepare(sql);
    });
  }

  /** Whether `markConfigured` was called for the connection that is open. Prisma opens another one after some of its errors. */
  get isConfigured(): boolean {
    return this.#isConfigured && this.#client?.open === true;
  }

  markConfigured(): void {
    this.#isConfigured = true;
  }

  /**
   * Runs `work` in a transaction that holds SQLite's write lock from its beginning, and commits. Throws SqliteError
   * immediately if another program holds the lock. If a step fails, nothing is stored. Prisma's client must have connected
   * before.
   */
  async transact(work: () => Promise<void>): Promise<void> {
    this.#run('BEGIN IMMEDIATE');
    this.#isInTransaction = true;
    try {
      await work();
      this.#assertNoneFailed();
      this.#run('COMMIT');
    } catch (error) {
      // After some failures, such as a full disk, SQLite has already rolled back.
      if (this.#client?.inTransaction) this.#run('ROLLBACK');
      throw error;
    } finally {
      this.#isInTransaction = false;
      this.#hasFailed = false;
    }
  }

  /** Begins a part of the transaction, which ends with one of the next two functions. */
  beginSavepoint(): void {
    this.#run('SAVEPOINT write');
  }

  /** Throws if an operation of the part failed. */
  releaseSavepoint(): void {
    this.#assertNoneFailed();
    this.#run('RELEASE write');
  }

  rollbackSavepoint(): void {
    this.#run('ROLLBACK TO write');
    this.#run('RELEASE write');
    this.#hasFailed = false;
  }

  #run(sql: string): void {
    if (!this.#prepare) throw new Error('The connection that writes is not open, or Prisma’s adapter hides it.');
    this.#prepare(sql).run();
  }

  #assertNoneFailed(): void {
    if (this.#hasFailed) throw new Error('An operation of this write failed, so the write cannot be stored.');
  }

  #assertMayRun(client: SQLite.Database, sql: string): void {
    if (READ_OR_PRAGMA.test(sql)) return;
    this.#assertNoneFailed();
    // SQLite may have rolled back by itself. What follows would then be stored although the write fails.
    const isInWrite = this.#isInTransaction && client.inTransaction;
    if (!isInWrite)
      throw new Error(
        'No transaction is open: the write has ended, or SQLite has rolled it back. Await every statement within the write.',
      );
  }
}

/** The part of a statement that the adapter uses. */
const nothing = {
  reader: false,
  bind: () => nothing,
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
};

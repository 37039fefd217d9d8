import type SQLite from 'better-sqlite3';
import { CachingSqlite } from './statement-cache';

/** Begins a transaction of `LockingSqlite`, and takes SQLite's write lock. Fails at once if another program holds it. */
export const BEGIN_WITH_LOCK = 'BEGIN IMMEDIATE';

/**
 * The adapter of a connection that only writes. Its transactions begin with the statement BEGIN_WITH_LOCK, which must be
 * their first. The adapter's own BEGIN takes no lock, so it is left out. It cannot become BEGIN IMMEDIATE instead: after
 * a BEGIN that fails, the adapter never begins another transaction.
 */
export class LockingSqlite extends CachingSqlite {
  protected override adapt(client: SQLite.Database): void {
    super.adapt(client);
    leaveBeginToCaller(client);
  }
}

/** Leaves out BEGIN, and ROLLBACK if no transaction has begun. */
function leaveBeginToCaller(client: SQLite.Database): void {
  const prepare = client.prepare.bind(client);
  Reflect.set(client, 'prepare', (sql: string) => {
    const isLeftOut = sql === 'BEGIN' || (sql === 'ROLLBACK' && !client.inTransaction);
    return isLeftOut ? nothing : prepare(sql);
  });
}

/** The part of a statement that the adapter uses. */
const nothing = {
  reader: false,
  bind: () => nothing,
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
};

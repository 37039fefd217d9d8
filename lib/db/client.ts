import { config } from '../config';
import { openDatabase as openPostgresql } from '../postgresql/database';
import type { Scope } from '../postgresql/write-lock';
import { processGlobal } from '../process-global';
import { openDatabase as openSqlite } from '../sqlite/database';
import type { WriteFailure } from '../sqlite/write-failure';
import { withAfterCommit } from './after-commit';
import { type Prisma, PrismaClient } from './generated/client';
import { markFailures, withMarkedFailures } from './mark-failures';
import { PrismaClient as PostgresqlClient } from './postgresql/generated/client';

export { WriteAgain } from '../postgresql/write-again';

/** SQLite's types serve both databases: PostgreSQL's client accepts everything that they allow (prisma/schema.test.ts). */
export type Tx = Prisma.TransactionClient;

export interface ShopDatabase {
  /** For reads only. It shares no connection with writes, so reads never run inside an open transaction. */
  readonly read: PrismaClient;
  /**
   * Runs a write atomically; it is durable once the promise resolves. On SQLite, all writes run one after the other. On
   * PostgreSQL, only writes that share a scope (such as an order's id) wait for each other; a write without a scope
   * excludes all others.
   * `run` must await everything it starts. It must act only through `tx` and `afterCommit`,
   * because it may be repeated on PostgreSQL.
   */
  write<T>(run: (tx: Tx) => Promise<T>, scope?: Scope): Promise<T>;
  /** The statement with which the health check tests writing. */
  readonly probeStatement: string;
  /** The reason for a failed write, for the merchant. */
  writeFailure(error: unknown): WriteFailure;
  close(): Promise<void>;
}

export function isPostgresqlUrl(url: string): boolean {
  return /^postgres(?:ql)?:/.test(url);
}

/** `connections`: the maximum number of connections to PostgreSQL. SQLite ignores it. */
export function openShopDatabase(url: string, connections = 10): ShopDatabase {
  const database: ShopDatabase = isPostgresqlUrl(url)
    ? openPostgresql<PrismaClient, Tx>(url, connections, (adapter) =>
        // Reflect, because the clients' types differ in the names of isolation levels.
        Reflect.construct(PostgresqlClient, [{ adapter }]),
      )
    : openSqlite<PrismaClient, Tx>(url, (adapter) => new PrismaClient({ adapter }));
  return {
    ...database,
    read: markFailures(database.read),
    write: (run, scope) => withMarkedFailures(() => withAfterCommit(run, (attempt) => database.write(attempt, scope))),
  };
}

/** The shop's database, opened once per process. */
export function db(): ShopDatabase {
  return processGlobal('shop-db', () => {
    const { databaseUrl, databaseConnections } = config();
    return openShopDatabase(databaseUrl, databaseConnections);
  });
}

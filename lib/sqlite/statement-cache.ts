import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type SQLite from 'better-sqlite3';

/** Enough for a checkout and its background work. Each takes some kilobytes. */
const MAX_STATEMENTS = 200;
/** Longer statements have thousands of parameters. They take much memory and are seldom repeated. */
const MAX_LENGTH = 20_000;
/** Not PRAGMA, which may take effect while it is prepared. */
const CACHED = /^\s*(SELECT|INSERT|UPDATE|DELETE|REPLACE|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b/;

/** Prisma's adapter, but with each statement prepared once instead of at each execution. */
export class CachingSqlite extends PrismaBetterSqlite3 {
  override async connect() {
    const adapter = await super.connect();
    // The adapter has no option for this. Its client is private only in its type. Without a client, nothing is cached.
    const client: SQLite.Database | undefined = Reflect.get(adapter, 'client');
    if (client) this.adapt(client);
    return adapter;
  }

  protected adapt(client: SQLite.Database): void {
    cacheStatements(client);
  }
}

/**
 * Makes `prepare` of this connection reuse statements with the same text, and forget the least recently used ones. SQLite
 * itself prepares a statement again after a change of the schema. The column names stay those of the first time, so a
 * statement must name its columns: no `SELECT *`.
 */
export function cacheStatements(client: SQLite.Database): void {
  const prepare = client.prepare.bind(client);
  const cache = new Map<string, Cached>();
  Reflect.set(client, 'prepare', (sql: string) => {
    const known = cache.get(sql);
    if (!known && (sql.length > MAX_LENGTH || !CACHED.test(sql))) return prepare(sql);
    const cached = known ?? new Cached(prepare(sql));
    cache.delete(sql);
    cache.set(sql, cached);
    const [oldest] = cache.keys();
    if (cache.size > MAX_STATEMENTS && oldest !== undefined) cache.delete(oldest);
    return new Execution(cached);
  });
}

class Cached {
  readonly #statement: SQLite.Statement;
  #columns: SQLite.ColumnDefinition[] | undefined;

  constructor(statement: SQLite.Statement) {
    this.#statement = statement.reader ? statement.raw() : statement;
  }

  get reader(): boolean {
    return this.#statement.reader;
  }

  get columns(): SQLite.ColumnDefinition[] {
    this.#columns ??= this.#statement.columns();
    return this.#columns;
  }

  run(values: unknown[]): SQLite.RunResult {
    return this.#statement.run(values);
  }

  all(values: unknown[]): unknown[] {
    return this.#statement.all(values);
  }
}

/**
 * The part of a statement that the adapter uses. It holds the values of one execution, because better-sqlite3 can bind
 * values to a statement only once.
 */
class Execution {
  readonly #cached: Cached;
  #values: unknown[] = [];

  constructor(cached: Cached) {
    this.#cached = cached;
  }

  get reader(): boolean {
    return this.#cached.reader;
  }

  bind(values: unknown[]): this {
    this.#values = values;
    return this;
  }

  columns(): SQLite.ColumnDefinition[] {
    return this.#cached.columns;
  }

  /** Rows of a cached statement are always arrays. */
  raw(): this {
    return this;
  }

  run(): SQLite.RunResult {
    return this.#cached.run(this.#values);
  }

  all(): unknown[] {
    return this.#cached.all(this.#values);
  }
}

import SQLite from 'better-sqlite3';
import pg from 'pg';

/** `prepared`: texts that the database had to parse; `commits`: transactions and single writes that were committed. */
export type StatementCount = { prepared: number; executed: number; commits: number };

export type StatementCounter = {
  /** The counts of all databases whose name contains `name`: an SQLite database's file name, otherwise `postgresql`. */
  of(name: string): StatementCount;
  /** The executed statements of these databases in their order. */
  list(name: string): string[];
  /** Forgets what was counted, in these databases or in all. */
  reset(name?: string): void;
  stop(): void;
};

type Event = { readonly database: string; readonly kind: keyof StatementCount; readonly sql: string };

/** Counts this process's statements from now on, in databases that it opens from now on. */
export function countStatements(): StatementCounter {
  let events: Event[] = [];
  const note = (event: Event) => events.push(event);
  const restore = [watchSqlite(note), watchPostgresql(note)];
  const named = (name: string) => events.filter(({ database }) => database.includes(name));
  return {
    of: (name) => {
      const count = (kind: Event['kind']) => named(name).filter((event) => event.kind === kind).length;
      return { prepared: count('prepared'), executed: count('executed'), commits: count('commits') };
    },
    list: (name) =>
      named(name)
        .filter(({ kind }) => kind === 'executed')
        .map(({ sql }) => sql),
    reset: (name = '') => {
      events = events.filter(({ database }) => !database.includes(name));
    },
    stop: () => {
      for (const one of restore) one();
    },
  };
}

function watchSqlite(note: (event: Event) => void): () => void {
  const memory = new SQLite(':memory:');
  const statement: SQLite.Statement = Object.getPrototypeOf(memory.prepare('SELECT 1'));
  memory.close();
  const undo = (['run', 'all', 'get'] as const).map((method) =>
    replace(
      statement,
      method,
      (original) =>
        function executed(this: SQLite.Statement, ...values: unknown[]) {
          const { database, source: sql, readonly } = this;
          const isCommit = sql === 'COMMIT' || (!readonly && !database.inTransaction);
          note({ database: database.name, kind: 'executed', sql });
          const result = Reflect.apply(original, this, values);
          if (isCommit && !database.inTransaction) note({ database: database.name, kind: 'commits', sql });
          return result;
        },
    ),
  );
  undo.push(
    replace(
      SQLite.prototype,
      'prepare',
      (original) =>
        function prepare(this: SQLite.Database, sql: string) {
          note({ database: this.name, kind: 'prepared', sql });
          return Reflect.apply(original, this, [sql]);
        },
    ),
  );
  return () => {
    for (const one of undo) one();
  };
}

function watchPostgresql(note: (event: Event) => void): () => void {
  const seen = new WeakMap<object, Set<string>>();
  return replace(
    pg.Client.prototype,
    'query',
    (original) =>
      function query(this: pg.Client, ...given: unknown[]) {
        const [first] = given;
        const sql = typeof first === 'string' ? first : String(Reflect.get(Object(first), 'text'));
        const name = typeof first === 'string' ? undefined : Reflect.get(Object(first), 'name');
        const names = seen.get(this) ?? new Set();
        seen.set(this, names);
        if (typeof name !== 'string' || !names.has(name)) note({ database: 'postgresql', kind: 'prepared', sql });
        if (typeof name === 'string') names.add(name);
        note({ database: 'postgresql', kind: 'executed', sql });
        if (sql === 'COMMIT') note({ database: 'postgresql', kind: 'commits', sql });
        return Reflect.apply(original, this, given);
      },
  );
}

type Callable = (...given: never[]) => unknown;

/** Replaces a method, and returns the function that puts it back. */
function replace(target: object, method: string, wrap: (original: Callable) => Callable): () => void {
  const original: Callable = Reflect.get(target, method);
  Reflect.set(target, method, wrap(original));
  return () => {
    Reflect.set(target, method, original);
  };
}

// Migrations are written by hand, and clients are generated from the schema. This test compares schema and migrations.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate } from './migrate';

const TYPES: Record<string, string> = {
  String: 'TEXT',
  Int: 'INTEGER',
  BigInt: 'BIGINT',
  Float: 'REAL',
  Boolean: 'BOOLEAN',
  DateTime: 'DATETIME',
  Bytes: 'BLOB',
};

type Model = { columns: string[]; indexes: string[] };

/** Reads each model's columns as `name TYPE NOT NULL`, and its indexes as `UNIQUE a, b`. Primary keys count as unique. */
function readSchema(file: string): Map<string, Model> {
  const models = new Map<string, Model>();
  const schema = readFileSync(file, 'utf8');
  const enums = [...schema.matchAll(/^enum (\w+) \{/gm)].map(([, name]) => name);
  for (const [, name = '', body = ''] of schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)) {
    const columns: string[] = [];
    const indexes: string[] = [];
    for (const line of body.split('\n').map((text) => text.trim())) {
      const list = /^@@(id|unique|index)\(\[([^\]]*)\]/.exec(line);
      if (list) indexes.push(`${list[1] === 'index' ? '' : 'UNIQUE '}${list[2]?.replace(/\([^)]*\)/g, '')}`);
      const [, field = '', type = '', optional] = /^(\w+)\s+(\w+)(\?)?(?:\s|$)/.exec(line) ?? [];
      const sql = enums.includes(type) ? 'TEXT' : TYPES[type];
      if (!sql) continue;
      columns.push(`${field} ${sql}${optional ? '' : ' NOT NULL'}`);
      if (/\s@(id|unique)\b/.test(line)) indexes.push(`UNIQUE ${field}`);
    }
    models.set(name, { columns: columns.sort(), indexes: indexes.sort() });
  }
  return models;
}

type Row = Record<string, string | number>;

function readDatabase(db: SQLite.Database, table: string): Model {
  const rows = (sql: string) => db.prepare(sql).all() as Row[];
  const info = rows(`PRAGMA table_info("${table}")`);
  const columns = info.map(({ name, type, notnull }) => `${name} ${type}${notnull ? ' NOT NULL' : ''}`);
  const indexes = rows(`PRAGMA index_list("${table}")`)
    .filter(({ partial }) => partial === 0)
    .map(({ name, unique }) => {
      const fields = rows(`PRAGMA index_info("${name}")`).map((field) => field.name);
      return `${unique ? 'UNIQUE ' : ''}${fields.join(', ')}`;
    });
  const rowId = info.filter(({ pk, type }) => pk === 1 && type === 'INTEGER').map(({ name }) => `UNIQUE ${name}`);
  const alone = info.filter(({ pk }) => Number(pk) > 0).length === 1 ? rowId : [];
  return { columns: columns.sort(), indexes: [...indexes, ...alone].sort() };
}

const folder = mkdtempSync(join(tmpdir(), 'schema-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(['shop', 'sandbox'])('prisma/%s', (name) => {
  const path = join(folder, `${name}.db`);
  migrate(`file:${path}`, `prisma/${name}/migrations`);
  const db = new SQLite(path, { readonly: true });
  afterAll(() => db.close());
  const models = readSchema(`prisma/${name}/schema.prisma`);

  it.each([...models])('has a schema and migrations that agree about %s', (table, model) => {
    expect(readDatabase(db, table)).toEqual(model);
  });

  it('has no table outside the schema', () => {
    const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`).all();
    // The index of products is a virtual table, which Prisma cannot describe, with tables of its own.
    const names = (tables as Row[])
      .map(({ name }) => String(name))
      .filter((table) => table !== '_prisma_migrations' && !/^search_products(_|$)/.test(table));
    expect(names.sort()).toEqual([...models.keys()].sort());
  });
});

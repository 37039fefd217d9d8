import SQLite from 'better-sqlite3';

// Describes a schema.prisma and a migrated SQLite file in the same form, so that schema.test.ts can compare them.
// postgresql-shape.ts describes a PostgreSQL database in this form. Migrations are written by hand and must match the
// schema.

export type TableShape = {
  columns: Record<string, { type: string; required: boolean; default: string | null }>;
  primaryKey: string[];
  unique: string[];
  indexes: string[];
  foreignKeys: string[];
};

export type Shape = Record<string, TableShape>;

type Types = { readonly of: Readonly<Record<string, string>>; readonly ofEnum: (name: string) => string };

const sqlite: Record<string, string> = {
  String: 'TEXT',
  Int: 'INTEGER',
  BigInt: 'BIGINT',
  Float: 'REAL',
  Boolean: 'BOOLEAN',
  DateTime: 'DATETIME',
  Bytes: 'BLOB',
  Json: 'JSONB',
};

const postgresql: Record<string, string> = {
  String: 'text',
  Int: 'integer',
  BigInt: 'bigint',
  Boolean: 'boolean',
  DateTime: 'timestamp(3) without time zone',
  Bytes: 'bytea',
};

/** SQLite stores an enum as text; PostgreSQL has a type with the enum's name. */
const systems: Record<string, Types> = {
  sqlite: { of: sqlite, ofEnum: () => 'TEXT' },
  postgresql: { of: postgresql, ofEnum: (name) => name },
};

export function declaredShape(schema: string): Shape {
  const types = systems[/^ {2}provider = "(\w+)"\n\}/m.exec(schema)?.[1] ?? ''];
  if (!types) throw new Error('schema-shape.ts does not know the database of this schema.');
  const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)];
  const enums = [...schema.matchAll(/^enum (\w+) \{/gm)].map(([, name = '']) => name);
  return Object.fromEntries(models.map(([, name = '', body = '']) => [name, declaredTable(body, enums, types)]));
}

function declaredTable(body: string, enums: readonly string[], types: Types): TableShape {
  const table: TableShape = { columns: {}, primaryKey: [], unique: [], indexes: [], foreignKeys: [] };
  const lines = body.split('\n').map((line) => line.replace(/\/\/.*$/, '').trim());
  for (const line of lines.filter(Boolean)) {
    if (line.startsWith('@@')) declaredBlock(table, line);
    else declaredField(table, line, enums, types);
  }
  return sorted(table);
}

function declaredBlock(table: TableShape, line: string) {
  const [, kind, list = ''] = /^@@(\w+)\(\[([^\]]+)\]/.exec(line) ?? [];
  const fields = names(list);
  if (kind === 'id') table.primaryKey = fields;
  else if (kind === 'unique') table.unique.push(fields.join());
  else if (kind === 'index') table.indexes.push(fields.join());
  else throw new Error(`schema-shape.ts cannot parse: ${line}`);
}

function declaredField(table: TableShape, line: string, enums: readonly string[], types: Types) {
  const [, name = '', typeName = '', mark, attributes = ''] = /^(\w+)\s+(\w+)(\[\]|\?)?\s*(.*)$/.exec(line) ?? [];
  const relation = /@relation\(fields: \[([^\]]+)\], references: \[([^\]]+)\](?:, onDelete: (\w+))?/.exec(attributes);
  if (relation) {
    const [, from = '', to = '', onDelete] = relation;
    table.foreignKeys.push(foreignKey(names(from), typeName, names(to), onDelete ?? 'Restrict'));
  }
  const isEnum = enums.includes(typeName);
  const type = isEnum ? types.ofEnum(typeName) : types.of[typeName];
  if (!type) return;
  table.columns[name] = { type, required: mark !== '?', default: declaredDefault(attributes, isEnum) };
  if (/@id\b/.test(attributes)) table.primaryKey = [name];
  if (/@unique\b/.test(attributes)) table.unique.push(name);
}

function declaredDefault(attributes: string, isEnum: boolean): string | null {
  const value = /@default\((.*?)\)(?:\s|$)/.exec(attributes)?.[1];
  if (value === undefined || value === 'autoincrement()' || value === 'uuid()' || value === 'cuid()') return null;
  if (value === 'now()') return 'CURRENT_TIMESTAMP';
  return isEnum ? `'${value}'` : value.replace(/^"(.*)"$/, "'$1'");
}

export function storedShape(path: string): Shape {
  const db = new SQLite(path, { readonly: true });
  try {
    const tables = db
      // Without the virtual tables of the search and the tables that SQLite keeps for them.
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT GLOB '[_s]*_*'`,
      )
      .pluck();
    return Object.fromEntries((tables.all() as string[]).map((name) => [name, storedTable(db, name)]));
  } finally {
    db.close();
  }
}

type Column = { name: string; type: string; notnull: number; dflt_value: string | null; pk: number };
type Index = { name: string; unique: number; origin: string; partial: number };
type ForeignKey = { id: number; table: string; from: string; to: string; on_delete: string };

function storedTable(db: SQLite.Database, name: string): TableShape {
  const columns = db.pragma(`table_info("${name}")`) as Column[];
  const indexes = (db.pragma(`index_list("${name}")`) as Index[]).filter(
    ({ origin, partial }) => origin !== 'pk' && !partial,
  );
  const fieldsOf = (index: Index) =>
    (db.pragma(`index_info("${index.name}")`) as { name: string }[]).map((field) => field.name).join();
  const keys = db.pragma(`foreign_key_list("${name}")`) as ForeignKey[];
  return sorted({
    columns: Object.fromEntries(
      columns.map((column) => [
        column.name,
        { type: column.type, required: column.notnull === 1, default: column.dflt_value },
      ]),
    ),
    primaryKey: columns
      .filter(({ pk }) => pk > 0)
      .sort((a, b) => a.pk - b.pk)
      .map((column) => column.name),
    unique: indexes.filter(({ unique }) => unique).map(fieldsOf),
    indexes: indexes.filter(({ unique }) => !unique).map(fieldsOf),
    foreignKeys: [...new Set(keys.map(({ id }) => id))].map((id) =>
      storedForeignKey(keys.filter((key) => key.id === id)),
    ),
  });
}

/** A key over several columns has several rows. */
function storedForeignKey(rows: ForeignKey[]): string {
  const from = rows.map((row) => row.from);
  const to = rows.map((row) => row.to);
  return foreignKey(from, rows[0]?.table ?? '', to, rows[0]?.on_delete ?? '');
}

export function foreignKey(from: string[], table: string, to: string[], onDelete: string): string {
  return `${from.join()} → ${table}(${to.join()}) on delete ${onDelete.toUpperCase().replace(' ', '')}`;
}

function names(list: string): string[] {
  return list.split(',').map((name) => name.trim());
}

function sorted(table: TableShape): TableShape {
  return {
    ...table,
    unique: table.unique.sort(),
    indexes: table.indexes.sort(),
    foreignKeys: table.foreignKeys.sort(),
  };
}

import pg from 'pg';
import { foreignKey, type Shape, type TableShape } from './schema-shape';

type Column = {
  table: string;
  name: string;
  type: string;
  required: boolean;
  default: string | null;
  collation: string;
};
type Index = { table: string; columns: string[]; unique: boolean; primary: boolean };
type Key = { table: string; from: string[]; target: string; to: string[]; action: string };

/** The type of text columns. They must compare text by bytes, as SQLite does. */
const TEXT = 'text';
const actions: Record<string, string> = { a: 'NO ACTION', r: 'RESTRICT', c: 'CASCADE', n: 'SET NULL' };

const COLUMNS = `
  SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required,
    pg_get_expr(d.adbin, d.adrelid) AS default, coalesce(l.collname, '') AS collation
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  LEFT JOIN pg_collation l ON l.oid = a.attcollation
  WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> '_prisma_migrations'
  ORDER BY c.oid, a.attnum`;
const columnsOf = (relation: string, numbers: string) => `
  (SELECT array_agg(a.attname::text ORDER BY n.position) FROM unnest(${numbers}) WITH ORDINALITY AS n(number, position)
   JOIN pg_attribute a ON a.attrelid = ${relation} AND a.attnum = n.number)`;
const INDEXES = `
  SELECT c.relname AS table, ${columnsOf('c.oid', 'i.indkey')} AS columns, i.indisunique AS unique, i.indisprimary AS primary
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
  JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am a ON a.oid = x.relam AND a.amname = 'btree'
  WHERE c.relnamespace = 'public'::regnamespace AND i.indpred IS NULL`;
const KEYS = `
  SELECT c.relname AS table, ${columnsOf('k.conrelid', 'k.conkey')} AS from, t.relname AS target,
    ${columnsOf('k.confrelid', 'k.confkey')} AS to, k.confdeltype AS action
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
  WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace`;

/** Describes a PostgreSQL database in the form that schema-shape.ts defines. */
export async function postgresqlShape(url: string): Promise<Shape> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows: columns } = await client.query<Column>(COLUMNS);
    const { rows: indexes } = await client.query<Index>(INDEXES);
    const { rows: keys } = await client.query<Key>(KEYS);
    const tables = [...new Set(columns.map(({ table }) => table))];
    const ofTable = (name: string) => {
      const isOf = ({ table }: { table: string }) => table === name;
      return tableShape(columns.filter(isOf), indexes.filter(isOf), keys.filter(isOf));
    };
    return Object.fromEntries(tables.map((name) => [name, ofTable(name)]));
  } finally {
    await client.end();
  }
}

function tableShape(columns: Column[], indexes: Index[], keys: Key[]): TableShape {
  const named = (wanted: (index: Index) => boolean) => indexes.filter(wanted).map((index) => index.columns.join());
  return {
    columns: Object.fromEntries(
      columns.map((column) => [
        column.name,
        { type: typeOf(column), required: column.required, default: defaultOf(column.default) },
      ]),
    ),
    primaryKey: indexes.find(({ primary }) => primary)?.columns ?? [],
    unique: named(({ primary, unique }) => unique && !primary).sort(),
    indexes: named(({ unique }) => !unique).sort(),
    foreignKeys: keys
      .map(({ from, target, to, action }) => foreignKey(from, target, to, actions[action] ?? action))
      .sort(),
  };
}

function typeOf({ type, collation }: Column): string {
  return type === TEXT && collation !== 'C' ? `${type} in the server's collation` : type.replaceAll('"', '');
}

/** Returns `'shop'` for `'shop'::"Actor"`. Returns null for a serial, whose default comes from the database itself. */
function defaultOf(text: string | null): string | null {
  return text?.startsWith('nextval(') ? null : (text?.replace(/::.*$/, '') ?? null);
}

import type pg from 'pg';

/** A column's type as SQLite declares it. */
export type SourceColumn = { readonly name: string; readonly type: string };
type SourceRow = Readonly<Record<string, unknown>>;
export type SourceTable = {
  readonly name: string;
  readonly columns: readonly SourceColumn[];
  readonly count: number;
  rows(): Iterable<SourceRow>;
};

/** The maximum number of values in one statement. PostgreSQL allows 65 535. */
const MAX_VALUES = 30_000;

/**
 * Copies a table's rows into the empty table of the same name, in the transaction of `client`. Then compares the two
 * tables: the number of rows, the sum of each integer column and the total length of each text column. Throws an error
 * that names the table if they differ or a row cannot be copied.
 */
export async function copyTable(client: pg.Client, table: SourceTable): Promise<void> {
  const { name, columns } = table;
  const source = new Totals(columns);
  const size = Math.floor(MAX_VALUES / columns.length);
  let batch: unknown[][] = [];
  const flush = async () => {
    if (batch.length > 0) await insert(client, table, batch);
    batch = [];
  };
  try {
    for (const row of table.rows()) {
      const values = columns.map((column) => toPostgresql(row[column.name], column));
      source.add(values);
      batch.push(values);
      if (batch.length === size) await flush();
    }
    await flush();
  } catch (error) {
    throw new Error(`The table ${name} cannot be copied: ${error instanceof Error ? error.message : error}`);
  }
  const target = await readTotals(client, table);
  if (target !== source.text()) {
    throw new Error(`The copy of the table ${name} differs: ${target} instead of ${source.text()}. Nothing was kept.`);
  }
}

async function insert(client: pg.Client, { name, columns }: SourceTable, rows: unknown[][]): Promise<void> {
  const names = columns.map((column) => `"${column.name}"`).join(', ');
  const places = rows
    .map((_, row) => `(${columns.map((_column, index) => `$${row * columns.length + index + 1}`).join(', ')})`)
    .join(', ');
  await client.query(`INSERT INTO "${name}" (${names}) VALUES ${places}`, rows.flat());
}

/** Converts a value for PostgreSQL. Times become ISO 8601 in UTC; SQLite may hold them as text or as milliseconds. */
function toPostgresql(value: unknown, { name, type }: SourceColumn): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'BOOLEAN') return value === 1n;
  if (type === 'DATETIME') {
    const time = new Date(typeof value === 'bigint' ? Number(value) : String(value));
    if (Number.isNaN(time.getTime())) throw new Error(`${name} holds “${value}”, which is not a time.`);
    return time.toISOString();
  }
  return typeof value === 'bigint' ? value.toString() : value;
}

const isNumber = ({ type }: SourceColumn) => type === 'INTEGER' || type === 'BIGINT';
const isText = ({ type }: SourceColumn) => type === 'TEXT';

/** Adds up the rows of a table. `text` describes the totals, in the same form as `readTotals`. */
class Totals {
  readonly #sums: bigint[];
  readonly #columns: readonly SourceColumn[];
  #count = 0;

  constructor(columns: readonly SourceColumn[]) {
    this.#columns = columns;
    this.#sums = columns.map(() => 0n);
  }

  add(values: readonly unknown[]): void {
    this.#count += 1;
    for (const [index, value] of values.entries()) {
      const column = this.#columns[index];
      if (value === null || !column) continue;
      const more = isText(column) ? BigInt([...String(value)].length) : isNumber(column) ? BigInt(String(value)) : 0n;
      this.#sums[index] = (this.#sums[index] ?? 0n) + more;
    }
  }

  text(): string {
    return describe(this.#columns, [this.#count, ...this.#sums].map(String));
  }
}

async function readTotals(client: pg.Client, { name, columns }: SourceTable): Promise<string> {
  const sums = columns.map((column) => {
    if (isText(column)) return `coalesce(sum(length("${column.name}"::text)), 0)`;
    return isNumber(column) ? `coalesce(sum("${column.name}"), 0)` : '0';
  });
  const { rows } = await client.query<string[]>({
    text: `SELECT ${['count(*)', ...sums].map((sum) => `(${sum})::text`).join(', ')} FROM "${name}"`,
    rowMode: 'array',
  });
  return describe(columns, rows[0] ?? []);
}

function describe(columns: readonly SourceColumn[], [count = '0', ...sums]: readonly string[]): string {
  const parts = columns.flatMap((column, index) =>
    isText(column) || isNumber(column) ? [`${column.name} ${sums[index]}`] : [],
  );
  return `${count} rows (${parts.join(', ')})`;
}

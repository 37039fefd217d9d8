import { join, raw, type Sql, sqltag } from '@prisma/client/runtime/client';
import { keysOf } from './keys-of';

/**
 * Sets the columns of `data` in the rows whose columns have the values of `where`. `table` and the columns' names come from
 * code, never from a request. Throws if a value is undefined, which Prisma would leave out, or if there is nothing to set.
 */
export function updateStatement<Row extends object>(
  table: string,
  where: Readonly<Partial<Row>>,
  data: Readonly<Partial<Row>>,
): Sql {
  const name = (column: string) => raw(`"${column}"`);
  for (const values of [where, data]) {
    const columns = keysOf(values);
    if (columns.length === 0) throw new Error(`an update of ${table} names no column`);
    const missing = columns.find((column) => values[column] === undefined);
    if (missing !== undefined) throw new Error(`${table}.${String(missing)} is undefined: use null, or leave it out`);
  }
  const changes = keysOf(data).map((column) => sqltag`${name(column)} = ${data[column]}`);
  const conditions = keysOf(where).map((column) =>
    where[column] === null ? sqltag`${name(column)} IS NULL` : sqltag`${name(column)} = ${where[column]}`,
  );
  return sqltag`UPDATE ${name(table)} SET ${join(changes)} WHERE ${join(conditions, ' AND ')}`;
}

import { join, raw, type Sql, sqltag } from '@prisma/client/runtime/client';
import { keysOf } from './keys-of';

/**
 * Sets the columns of `data` in the rows whose columns have the values of `where`. `table` and the columns' names come from
 * code, never from a request.
 */
export function updateStatement<Row extends object>(
  table: string,
  where: Readonly<Partial<Row>>,
  data: Readonly<Partial<Row>>,
): Sql {
  const name = (column: string) => raw(`"${column}"`);
  const changes = keysOf(data).map((column) => sqltag`${name(column)} = ${data[column]}`);
  const conditions = keysOf(where).map((column) =>
    where[column] === null ? sqltag`${name(column)} IS NULL` : sqltag`${name(column)} = ${where[column]}`,
  );
  return sqltag`UPDATE ${name(table)} SET ${join(changes)} WHERE ${join(conditions, ' AND ')}`;
}

import { setImmediate as otherWork } from 'node:timers/promises';
import type { Tx } from './client';
import { Prisma } from './generated/client';

type Value = string | number | boolean | Date | null;

/** Far below SQLite's maximum of 32 766, because on SQLite a statement blocks the process. */
const MAX_VALUES = 5_000;

/**
 * Inserts many rows with few statements, twenty times as fast as `createMany`. Each row has the same columns; a column that
 * Prisma fills in by itself, such as `updatedAt`, must be among them. `table` comes from code, never from a request.
 */
export async function insertRows(
  tx: Tx,
  table: Prisma.ModelName,
  rows: readonly Readonly<Record<string, Value>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const names = Prisma.raw(columns.map((name) => `"${name}"`).join(', '));
  const size = Math.floor(MAX_VALUES / columns.length);
  for (let at = 0; at < rows.length; at += size) {
    const values = rows
      .slice(at, at + size)
      .map((row) => Prisma.sql`(${Prisma.join(columns.map((name) => row[name] ?? null))})`);
    await tx.$executeRaw`INSERT INTO ${Prisma.raw(`"${table}"`)} (${names}) VALUES ${Prisma.join(values)}`;
    if (at + size < rows.length) await otherWork();
  }
}

import { setImmediate as otherWork } from 'node:timers/promises';
import { keysOf } from '../keys-of';
import type { Tx } from './client';
import { Prisma } from './generated/client';

type CreateMany<M extends Prisma.ModelName> = Prisma.TypeMap['model'][M]['operations']['createMany']['args']['data'];
type NewRow<M extends Prisma.ModelName> = Exclude<CreateMany<M>, readonly unknown[] | undefined>;

/** Far below SQLite's maximum of 32 766, because on SQLite a statement blocks the process. */
const MAX_VALUES = 5_000;

/**
 * Inserts rows with few statements: many rows twenty times as fast as `createMany`, one row in a third of the time of
 * `create`. Each row has the same columns; a column that Prisma fills in by itself, such as `updatedAt`, must be among them.
 * `table` and the columns' names come from code, never from a request.
 */
export async function insertRows<M extends Prisma.ModelName>(
  tx: Tx,
  table: M,
  rows: readonly Readonly<NewRow<M>>[],
): Promise<void> {
  const columns = keysOf(rows[0] ?? {});
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

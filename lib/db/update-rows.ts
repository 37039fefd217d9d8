import { updateStatement } from '../update-statement';
import type { Tx } from './client';
import type { Prisma } from './generated/client';

/** Values of some of a table's columns. */
export type Columns<M extends Prisma.ModelName> = Readonly<Partial<Prisma.TypeMap['model'][M]['payload']['scalars']>>;

/**
 * Changes the rows whose columns have the values of `where`, and returns how many. Takes a third of the time of
 * `updateMany`. A column that Prisma changes by itself, such as `updatedAt`, must be in `data`.
 */
export function updateRows<M extends Prisma.ModelName>(
  tx: Tx,
  table: M,
  where: Columns<M>,
  data: Columns<M>,
): Promise<number> {
  return tx.$executeRaw(updateStatement(table, where, data));
}

import { z } from 'zod';
import type { Tx } from '../client';

const FIRST = 10_001;
const taken = z.tuple([z.object({ next: z.coerce.number() })]);

/** Takes the next order number. Other orders on PostgreSQL then wait for this transaction. */
export async function takeOrderNumber(tx: Tx): Promise<number> {
  const rows = await tx.$queryRaw`
    INSERT INTO "OrderNumber" ("id", "next") VALUES (1, ${FIRST + 1})
    ON CONFLICT ("id") DO UPDATE SET "next" = "OrderNumber"."next" + 1 RETURNING "next"`;
  return taken.parse(rows)[0].next - 1;
}

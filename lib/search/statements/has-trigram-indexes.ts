import { z } from 'zod';
import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';

const rows = z.tuple([z.object({ exists: z.boolean() })]);

/** Whether PostgreSQL has the trigram indexes of products and orders. */
export async function hasTrigramIndexes(reader: Pick<Tx, '$queryRaw'>): Promise<boolean> {
  const found = await reader.$queryRaw(
    Prisma.sql`SELECT to_regclass('"ProductSearch_text_trigrams"') IS NOT NULL
      AND to_regclass('"Order_searchText_trigrams"') IS NOT NULL AS "exists"`,
  );
  return rows.parse(found)[0].exists;
}

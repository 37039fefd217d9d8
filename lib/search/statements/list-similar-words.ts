import { z } from 'zod';
import { db } from '../../db/client';
import { Prisma } from '../../db/generated/client';

const rows = z.array(z.object({ word: z.string() }));
/** Higher than the number of words with the same first two letters in a large shop's vocabulary. */
const MAX_WORDS = 4_000;

/**
 * The words of the vocabulary that match one of the LIKE patterns. The patterns must contain no wildcards except the
 * intended ones.
 */
export async function listSimilarWords(language: string, patterns: readonly string[]): Promise<string[]> {
  const alike = Prisma.join(
    patterns.map((pattern) => Prisma.sql`"word" LIKE ${pattern}`),
    ' OR ',
  );
  const found = await db().read.$queryRaw(
    Prisma.sql`SELECT "word" FROM "SearchWord" WHERE "language" = ${language} AND (${alike}) LIMIT ${MAX_WORDS}`,
  );
  return rows.parse(found).map(({ word }) => word);
}

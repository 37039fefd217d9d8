import { z } from 'zod';
import { db } from '../../db/client';
import { Prisma } from '../../db/generated/client';

const rows = z.array(z.object({ word: z.string() }));
/** Above the number of words that share their first two letters in a large shop's vocabulary. */
const MOST = 4_000;

/**
 * The words of the vocabulary that match one of the patterns of LIKE. The patterns contain no characters with a meaning
 * to LIKE but the intended ones.
 */
export async function listSimilarWords(language: string, patterns: readonly string[]): Promise<string[]> {
  const alike = Prisma.join(
    patterns.map((pattern) => Prisma.sql`"word" LIKE ${pattern}`),
    ' OR ',
  );
  const found = await db().read.$queryRaw(
    Prisma.sql`SELECT "word" FROM "SearchWord" WHERE "language" = ${language} AND (${alike}) LIMIT ${MOST}`,
  );
  return rows.parse(found).map(({ word }) => word);
}

import { z } from 'zod';
import { db } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import { type Match, matching } from './matching';

const rows = z.array(z.object({ category: z.string(), count: z.coerce.number() }));
export type CategoryMatches = z.infer<typeof rows>[number];

/** The number of matches per category, in the merchant's order of categories; only categories with matches. */
export async function countMatches(match: Match): Promise<CategoryMatches[]> {
  return rows.parse(
    await db().read.$queryRaw(Prisma.sql`
      SELECT c."slug" AS "category", count(*) AS "count" ${matching(match)}
      GROUP BY c."slug", c."position" ORDER BY c."position", c."slug"`),
  );
}

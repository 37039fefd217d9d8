import { z } from 'zod';
import { db } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import { type Match, matching } from './matching';
import { rank } from './order-of';

const rows = z.array(z.object({ slug: z.string() }));

/** The slugs of the `take` best matches. The match must have at least one word. */
export async function listMatches(match: Match, take: number): Promise<string[]> {
  const found = await db().read.$queryRaw(Prisma.sql`
    SELECT p."slug" AS "slug" ${matching(match)}
    ORDER BY ${rank(match.words)}, c."position", p."position", p."slug" LIMIT ${take}`);
  return rows.parse(found).map(({ slug }) => slug);
}

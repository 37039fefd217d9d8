import { z } from 'zod';
import { db } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import { padWords } from '../../fold-for-search';
import { listPrice, type Match, matching } from './matching';

const rows = z.array(z.object({ slug: z.string() }));

type Page = {
  readonly category: string | null;
  readonly sort: 'relevance' | 'price' | 'price-down' | 'name';
  readonly skip: number;
  readonly take: number;
};

/** The slugs of one page of the matches. */
export async function listMatches(match: Match, { category, sort, skip, take }: Page): Promise<string[]> {
  const inCategory = category === null ? Prisma.empty : Prisma.sql`AND p."categorySlug" = ${category}`;
  const found = await db().read.$queryRaw(Prisma.sql`
    SELECT p."slug" AS "slug" ${matching(match)} ${inCategory}
    ORDER BY ${orderOf(sort, match.words)}, p."slug" LIMIT ${take} OFFSET ${skip}`);
  return rows.parse(found).map(({ slug }) => slug);
}

function orderOf(sort: Page['sort'], words: readonly string[]): Prisma.Sql {
  if (sort === 'price') return listPrice();
  if (sort === 'price-down') return Prisma.sql`${listPrice()} DESC`;
  if (sort === 'name') return Prisma.sql`s."sortKey"`;
  const inShop = Prisma.sql`c."position", p."position"`;
  return words.length === 0 ? inShop : Prisma.sql`${rank(words)}, ${inShop}`;
}

/**
 * Best first: the name itself, a name that begins with the words, words at the beginning of the name's words, words inside the
 * name, words at the beginning of other words, words inside others.
 */
function rank(words: readonly string[]): Prisma.Sql {
  const name = padWords(words);
  return Prisma.sql`CASE
    WHEN s."name" = ${name} THEN 0
    WHEN s."name" LIKE ${`${name.trimEnd()}%`} THEN 1
    WHEN ${every('name', words, '  ')} THEN 2
    WHEN ${every('name', words, '')} THEN 3
    WHEN ${every('text', words, '  ')} THEN 4
    ELSE 5 END`;
}

function every(column: 'name' | 'text', words: readonly string[], before: string): Prisma.Sql {
  const text = column === 'name' ? Prisma.sql`s."name"` : Prisma.sql`s."text"`;
  return Prisma.join(
    words.map((word) => Prisma.sql`${text} LIKE ${`%${before}${word}%`}`),
    ' AND ',
  );
}

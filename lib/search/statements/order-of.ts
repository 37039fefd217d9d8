import { Prisma } from '../../db/generated/client';
import { padWords } from '../../fold-for-search';
import { listPrice } from './matching';

export type Order = 'relevance' | 'newest' | 'price' | 'price-down' | 'name';

/** The value by which matches are sorted, and its direction. Matches with equal values are in the merchant's order. */
export function orderOf(order: Order, words: readonly string[]): { value: Prisma.Sql; direction: Prisma.Sql } {
  const up = (value: Prisma.Sql) => ({ value, direction: Prisma.sql`ASC` });
  switch (order) {
    case 'newest':
      return { value: Prisma.sql`p."createdAt"`, direction: Prisma.sql`DESC NULLS LAST` };
    case 'price':
      return up(listPrice());
    case 'price-down':
      return { value: listPrice(), direction: Prisma.sql`DESC` };
    case 'name':
      return up(Prisma.sql`s."sortKey"`);
    case 'relevance':
      return up(words.length === 0 ? Prisma.sql`0` : rank(words));
  }
}

/**
 * Best first: the name itself, a name that begins with the words, words at the beginning of the name's words, words inside the
 * name, words at the beginning of other words, words inside others. There is at least one word. Most matches are not in the
 * name, so one comparison tells these apart.
 */
export function rank(words: readonly string[]): Prisma.Sql {
  const name = padWords(words);
  return Prisma.sql`CASE WHEN ${every('name', words, '')} THEN CASE
      WHEN s."name" = ${name} THEN 0
      WHEN s."name" LIKE ${`${name.trimEnd()}%`} THEN 1
      WHEN ${every('name', words, '  ')} THEN 2
      ELSE 3 END
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

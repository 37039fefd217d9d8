import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';

/** Half of the values that SQLite allows in one statement. */
const MOST_WORDS = 16_000;

/** Adds the words that are missing. In their order, so that concurrent transactions do not wait for each other in a circle. */
export async function insertWords(tx: Tx, language: string, words: Iterable<string>): Promise<void> {
  const sorted = [...new Set(words)].sort();
  for (let first = 0; first < sorted.length; first += MOST_WORDS) {
    const values = sorted.slice(first, first + MOST_WORDS).map((word) => Prisma.sql`(${language}, ${word})`);
    await tx.$executeRaw(
      Prisma.sql`INSERT INTO "SearchWord" ("language", "word") VALUES ${Prisma.join(values)} ON CONFLICT DO NOTHING`,
    );
  }
}

import type { Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';

/** Half of the values that SQLite allows in one statement. */
const MAX_WORDS = 16_000;

/** Adds the missing words, in sorted order so that concurrent transactions do not deadlock. */
export async function insertWords(tx: Tx, language: string, words: Iterable<string>): Promise<void> {
  const sorted = [...new Set(words)].sort();
  for (let first = 0; first < sorted.length; first += MAX_WORDS) {
    const values = sorted.slice(first, first + MAX_WORDS).map((word) => Prisma.sql`(${language}, ${word})`);
    await tx.$executeRaw(
      Prisma.sql`INSERT INTO "SearchWord" ("language", "word") VALUES ${Prisma.join(values)} ON CONFLICT DO NOTHING`,
    );
  }
}

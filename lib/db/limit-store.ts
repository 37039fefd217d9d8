import { db } from './client';

/**
 * Runs the statements of counters in PostgreSQL. They bypass `write`, because each statement stands alone and must count
 * even if a transaction of the same request is rolled back.
 */
export const limitStore = {
  async query({ text, values }: { text: string; values: unknown[] }) {
    const rows = await db().read.$queryRawUnsafe<{ points: number; expire: bigint | null }[]>(text, ...values);
    return {
      rows: rows.map(({ points, expire }) => ({ points, expire: expire === null ? null : Number(expire) })),
      rowCount: rows.length,
    };
  },
};

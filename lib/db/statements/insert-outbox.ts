import type { Tx } from '../client';
import { Prisma } from '../generated/client';

type NewRow = {
  readonly key: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly createdAt: Date;
  readonly nextAt: Date;
};

/** Adds rows to the outbox, except those whose key exists. Prisma would send one statement per row. */
export async function insertOutbox(tx: Tx, rows: readonly NewRow[]): Promise<void> {
  const values = rows.map(
    ({ key, kind, subjectId, createdAt, nextAt }) =>
      Prisma.sql`(${key}, ${kind}, ${subjectId}, ${createdAt}, ${nextAt})`,
  );
  await tx.$executeRaw`
    INSERT INTO "Outbox" ("key", "kind", "subjectId", "createdAt", "nextAt")
    VALUES ${Prisma.join(values)} ON CONFLICT ("key") DO NOTHING`;
}

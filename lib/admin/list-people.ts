import { db } from '../db/client';
import { OWNER_KEY } from '../people/credentials';
import type { OwnerSession } from './session';

export type PersonRow = { readonly name: string; readonly at: Date; readonly by: string };

/** Lists who has access besides the owner, and who was removed, both sorted by name. */
export async function listPeople(
  _session: OwnerSession,
): Promise<{ readonly staff: readonly PersonRow[]; readonly removed: readonly PersonRow[] }> {
  const rows = await db().read.account.findMany({ where: { key: { not: OWNER_KEY } }, orderBy: { key: 'asc' } });
  const staff = rows
    .filter(({ passwordHash }) => passwordHash !== null)
    .map(({ name, createdAt, createdBy }) => ({ name, at: createdAt, by: createdBy }));
  const removed = rows.flatMap(({ name, removedAt, removedBy }) =>
    removedAt === null ? [] : { name, at: removedAt, by: removedBy ?? '' },
  );
  return { staff, removed };
}

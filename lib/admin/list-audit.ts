import { type AuditSubject, auditSubjects } from '../audit/audit-fields';
import { type AuditValue, readValue } from '../audit/audit-value';
import { db } from '../db/client';
import type { AuditEntry, Prisma } from '../db/generated/client';
import type { AuditFilter } from './audit-filter';
import type { Session } from './session';

export type AuditRow = {
  readonly id: number;
  readonly at: Date;
  /** Null: the shop itself. */
  readonly person: string | null;
  readonly subject: AuditSubject;
  readonly subjectId: string;
  /** Usually an `AuditField`; a later release may have written others. */
  readonly field: string;
  readonly part: string | null;
  readonly before: AuditValue;
  readonly after: AuditValue;
  readonly note: string | null;
};

export type AuditPage = {
  readonly rows: readonly AuditRow[];
  /** Cursors of the adjacent pages; null if there is no such page. */
  readonly older: string | null;
  readonly newer: string | null;
};

const AUDIT_PAGE_SIZE = 50;

/** One page of the audit list, newest first. Paging is by id, so that every page costs the same. */
export async function listAudit(
  _session: Session,
  filter: AuditFilter,
  { before, after }: { readonly before?: string | undefined; readonly after?: string | undefined } = {},
  size = AUDIT_PAGE_SIZE,
): Promise<AuditPage> {
  const beforeId = parseId(before);
  const afterId = beforeId === null ? parseId(after) : null;
  const { person, subject, subjectId } = filter;
  const where: Prisma.AuditEntryWhereInput = {
    ...(person === null ? {} : { actor: person }),
    ...(subject === null ? {} : { subject }),
    ...(subjectId === null ? {} : { subjectId }),
    ...(beforeId === null ? {} : { id: { lt: beforeId } }),
    ...(afterId === null ? {} : { id: { gt: afterId } }),
  };
  const found = await db().read.auditEntry.findMany({
    where,
    orderBy: { id: afterId === null ? 'desc' : 'asc' },
    take: size + 1,
  });
  const isMore = found.length > size;
  const rows = found.slice(0, size).map(viewEntry);
  if (afterId !== null) rows.reverse();
  const hasNewer = afterId === null ? beforeId !== null : isMore;
  const hasOlder = afterId === null ? isMore : true;
  return {
    rows,
    newer: hasNewer && rows[0] ? String(rows[0].id) : null,
    older: (hasOlder && rows.at(-1)?.id.toString()) || null,
  };
}

/**
 * Everyone who made a change, at most 200 names. Reads one index entry per name, however many changes that person has
 * made.
 */
export async function listAuditedPeople(_session: Session): Promise<string[]> {
  const rows = await db().read.$queryRaw<{ actor: string }[]>`
    WITH RECURSIVE people(actor) AS (
      SELECT min("actor") FROM "AuditEntry"
      UNION ALL
      SELECT (SELECT min("actor") FROM "AuditEntry" WHERE "actor" > people.actor) FROM people
      WHERE people.actor IS NOT NULL
    )
    SELECT actor FROM people WHERE actor IS NOT NULL LIMIT 200`;
  return rows.map(({ actor }) => actor);
}

function parseId(text = ''): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

function viewEntry({ id, at, actor, subject, subjectId, field, part, before, after, note }: AuditEntry): AuditRow {
  const known = auditSubjects.find((value) => value === subject);
  if (!known) throw new Error(`audit: ${subject} is not a subject`);
  const values = { before: readValue(before), after: readValue(after) };
  return { id, at, person: actor, subject: known, subjectId, field, part, ...values, note };
}

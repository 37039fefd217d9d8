import { type AuditSubject, auditSubjects } from '../audit/audit-fields';
import { maxLengths } from '../input-limits';

export type AuditFilter = {
  /** The exact name of the person who made the changes; null: anyone. */
  readonly person: string | null;
  readonly subject: AuditSubject | null;
  /** The id of one product, order or person; null: any. */
  readonly subjectId: string | null;
};

/** Parses a filter from a query string. Invalid values are ignored. `T-10001` and `10001` are the same order. */
export function parseAuditFilter(query: Readonly<Record<string, string | undefined>>): AuditFilter {
  const text = (value = '') => value.slice(0, maxLengths.auditSearch).trim() || null;
  const subjectId = text(query.about);
  return {
    person: text(query.person),
    subject: auditSubjects.find((subject) => subject === query.subject) ?? null,
    subjectId: subjectId?.replace(/^t-(?=\d+$)/i, '') ?? null,
  };
}

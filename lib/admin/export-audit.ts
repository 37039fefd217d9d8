import type { AuditValue } from '../audit/audit-value';
import { getAdminTexts } from '../i18n/get-admin-texts';
import type { FullLanguage } from '../i18n/languages';
import type { Cell } from '../spreadsheet/cell';
import { writeCsvRows, writeCsvTitles } from '../spreadsheet/write-csv';
import type { AuditFilter } from './audit-filter';
import { describeAudit } from './describe-audit';
import { type AuditRow, listAudit } from './list-audit';
import type { Session } from './session';

const BATCH = 500;

/**
 * All matching changes as CSV, in batches, so that memory stays small. Amounts and times have the format that a
 * spreadsheet recognises.
 */
export async function* exportAudit(
  session: Session,
  filter: AuditFilter,
  language: FullLanguage,
): AsyncGenerator<string> {
  const t = getAdminTexts(language);
  const { at, person, subject, id, field, before, after, note } = t.audit.columnsOfExport;
  yield writeCsvTitles([at, person, subject, id, field, before, after, note], language);
  const toCells = (row: AuditRow): Cell[] => {
    const words = describeAudit(row, language, t);
    return [
      ...[row.at, row.person ?? t.audit.shop, t.audit.subjects[row.subject], words.name, words.field],
      ...[toCell(row.before, words.before), toCell(row.after, words.after), row.note],
    ];
  };
  let place: string | null | undefined;
  while (place !== null) {
    const page = await listAudit(session, filter, { before: place }, BATCH);
    yield writeCsvRows(page.rows.map(toCells), language);
    place = page.older;
  }
}

function toCell(value: AuditValue, words: string): Cell {
  return value instanceof Date || (value !== null && typeof value === 'object') ? value : words;
}

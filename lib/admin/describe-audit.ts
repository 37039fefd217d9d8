import type { AuditField, AuditSubject } from '../audit/audit-fields';
import type { AuditValue } from '../audit/audit-value';
import { formatShortDateTime } from '../i18n/format-date';
import type { AdminTexts } from '../i18n/get-admin-texts';
import type { Language } from '../i18n/languages';
import { isKeyOf } from '../keys-of';
import { formatMoney } from '../money';
import { formatOrderNumber } from '../orders/get-order';
import { formatVatRate } from '../vat-rate';
import type { AuditRow } from './list-audit';

/** An entry of the audit list in words. */
export type AuditWords = {
  /** The kind of subject with its name, such as `Order T-10001`. */
  readonly subject: string;
  readonly name: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
};

export function describeAudit(row: AuditRow, language: Language, t: AdminTexts): AuditWords {
  const name = nameSubject(row.subject, row.subjectId);
  return {
    subject: t.audit.about(t.audit.subjects[row.subject], name),
    name,
    field: nameField(row, t),
    before: describeValue(row.field, row.before, language, t),
    after: describeValue(row.field, row.after, language, t),
  };
}

function nameSubject(subject: AuditSubject, id: string): string {
  return subject === 'order' && /^\d{1,9}$/.test(id) ? formatOrderNumber(Number(id)) : id;
}

function nameField({ field, part }: AuditRow, { audit, products }: AdminTexts): string {
  // The annotation makes the compiler report a field without a text.
  const names: Record<AuditField, string> = audit.fields;
  const name = isKeyOf(names, field) ? names[field] : field;
  if (part === null) return name;
  return `${isKeyOf(products.languages, part) ? products.languages[part] : part}: ${name}`;
}

function describeValue(field: string, value: AuditValue, language: Language, t: AdminTexts): string {
  if (value === null || value === '') return '';
  if (value instanceof Date) return formatShortDateTime(value, language);
  if (typeof value === 'boolean') return value ? t.audit.yes : t.audit.no;
  if (typeof value === 'number') return field === 'vatRate' ? formatVatRate(value, language) : String(value);
  if (typeof value === 'object') return formatMoney(value, language);
  if (field === 'state' && isKeyOf(t.states.order, value)) return t.states.order[value];
  const isOfPerson = field === 'account' || field === 'password';
  if (isOfPerson && isKeyOf(t.audit.values, value)) return t.audit.values[value];
  const { kinds, outcomes } = t.incidents;
  if (field.startsWith('incident') && isKeyOf(kinds, value)) return kinds[value];
  if (field.startsWith('incident') && isKeyOf(outcomes, value)) return outcomes[value];
  return value;
}

import Form from 'next/form';
import Link from 'next/link';
import type { AuditFilter } from '@/lib/admin/audit-filter';
import { auditSubjects } from '@/lib/audit/audit-fields';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { maxLengths } from '@/lib/input-limits';
import { button, field } from './styles';

const label = 'mb-1 block text-sm text-muted';

interface Props {
  filter: AuditFilter;
  people: readonly string[];
  t: AdminTexts;
}

/** The filter of the audit list, kept in the address. */
export function AuditFilterForm({ filter, people, t }: Props) {
  const m = t.audit;
  const { person } = filter;
  const names = person === null || people.includes(person) ? people : [person, ...people];
  return (
    <Form action="/admin/audit" role="search" className="mt-4 grid items-end gap-3 sm:grid-cols-2 lg:flex">
      <div className="lg:w-56">
        <label htmlFor="person" className={label}>
          {m.person}
        </label>
        <select id="person" name="person" defaultValue={person ?? ''} className={field}>
          <option value="">{m.anyone}</option>
          {names.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="lg:w-44">
        <label htmlFor="subject" className={label}>
          {m.subject}
        </label>
        <select id="subject" name="subject" defaultValue={filter.subject ?? ''} className={field}>
          <option value="">{m.anySubject}</option>
          {auditSubjects.map((subject) => (
            <option key={subject} value={subject}>
              {m.subjects[subject]}
            </option>
          ))}
        </select>
      </div>
      <div className="grow">
        <label htmlFor="about" className={label}>
          {m.aboutLabel}
        </label>
        <input
          id="about"
          name="about"
          type="search"
          maxLength={maxLengths.auditSearch}
          defaultValue={filter.subjectId ?? ''}
          placeholder={m.aboutHint}
          className={field}
        />
      </div>
      <div className="flex gap-3">
        <button type="submit" className={button('primary')}>
          {m.apply}
        </button>
        <Link href="/admin/audit" prefetch={false} className={button('quiet')}>
          {m.clear}
        </Link>
      </div>
    </Form>
  );
}

import Link from 'next/link';
import type { PersonRow } from '@/lib/admin/list-people';
import { formatShortDateTime } from '@/lib/i18n/format-date';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { AdminForm } from './admin-form';
import { PasswordField } from './password-field';
import { button, panel, textLink } from './styles';

interface Props {
  staff: readonly PersonRow[];
  removed: readonly PersonRow[];
  language: Language;
  t: AdminTexts;
}

/** The people with access, each with the owner's actions, followed by the people whose access was removed. */
export function PeopleList({ staff, removed, language, t }: Props) {
  const m = t.people;
  return (
    <section aria-labelledby="staff" className={panel}>
      <h2 id="staff" className="text-lg">
        {m.staff}
      </h2>
      <p className="mt-1 text-sm text-muted">{m.intro}</p>
      {staff.length === 0 && <p className="mt-3">{m.none}</p>}
      <ul className="mt-2 divide-y divide-line">
        {staff.map((person, index) => (
          <li key={person.name} className="py-4">
            <p className="font-semibold wrap-anywhere">{person.name}</p>
            <p className="text-sm text-muted wrap-anywhere">
              {m.since(person.by, formatShortDateTime(person.at, language))}
            </p>
            <div className="mt-2 flex flex-wrap items-start gap-x-4 gap-y-2">
              <Changes name={person.name} t={t} />
              <AdminForm action="/admin/people/remove">
                <input type="hidden" name="name" value={person.name} />
                <button type="submit" aria-label={m.removeOf(person.name)} className={button('danger')}>
                  {m.remove}
                </button>
              </AdminForm>
              <details className="grow">
                <summary aria-label={m.resetOf(person.name)} className="min-h-11 cursor-pointer py-2.5 text-sm">
                  {m.reset}
                </summary>
                <AdminForm action="/admin/people/reset-password" className="space-y-3 pt-1">
                  <input type="hidden" name="name" value={person.name} />
                  <PasswordField id={`reset-${index}`} label={m.new} t={t} />
                  <button type="submit" className={button('secondary')}>
                    {m.reset}
                  </button>
                </AdminForm>
              </details>
            </div>
          </li>
        ))}
      </ul>
      {removed.length > 0 && (
        <>
          <h3 className="mt-4 font-semibold">{m.removed}</h3>
          <ul className="mt-1 divide-y divide-line">
            {removed.map((person) => (
              <li key={person.name} className="py-3">
                <p className="wrap-anywhere">{person.name}</p>
                <p className="text-sm text-muted wrap-anywhere">
                  {m.removedBy(person.by, formatShortDateTime(person.at, language))}
                </p>
                <Changes name={person.name} t={t} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Changes({ name, t }: { name: string; t: AdminTexts }) {
  return (
    <Link
      href={`/admin/audit?${new URLSearchParams({ person: name })}`}
      prefetch={false}
      aria-label={t.people.changesOf(name)}
      className={`inline-flex min-h-11 items-center text-sm ${textLink}`}
    >
      {t.people.changes}
    </Link>
  );
}

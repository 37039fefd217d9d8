import type { Metadata } from 'next';
import { AuditFilterForm } from '@/components/admin/audit-filter-form';
import { AuditTable } from '@/components/admin/audit-table';
import { Pager } from '@/components/admin/pager';
import { textLink } from '@/components/admin/styles';
import { parseAuditFilter } from '@/lib/admin/audit-filter';
import { listAudit, listAuditedPeople } from '@/lib/admin/list-audit';
import { pageTexts, type Query, readQuery, requireSession } from '../request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.audit.title };
}

/** Who changed what in the back office, newest first. */
export default async function AuditPage({ searchParams }: { searchParams: Query }) {
  const session = await requireSession('/admin/audit');
  const [{ language, t }, query] = await Promise.all([pageTexts(), readQuery(searchParams)]);
  const filter = parseAuditFilter(query);
  const [page, people] = await Promise.all([listAudit(session, filter, query), listAuditedPeople(session)]);
  const m = t.audit;
  const isFiltered = filter.person !== null || filter.subject !== null || filter.subjectId !== null;
  const address = (change: Record<string, string>, path = '/admin/audit') => {
    const { person = '', subject = '', about = '' } = query;
    const parameters = Object.entries({ person, subject, about, ...change }).filter(([, value]) => value !== '');
    return parameters.length === 0 ? path : `${path}?${new URLSearchParams(parameters)}`;
  };
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-6">
        <h1 className="text-heading">{m.title}</h1>
        <a href={address({}, '/admin/audit/export')} download className={`ml-auto text-sm ${textLink}`}>
          {m.export}
        </a>
      </div>
      <p className="prose-measure mt-1 text-muted">{m.intro}</p>
      <AuditFilterForm key={address({})} filter={filter} people={people} t={t} />
      {page.rows.length === 0 ? (
        <div className="py-12">
          <h2 className="font-semibold">{isFiltered ? m.none : m.noneYet}</h2>
          <p className="mt-1 text-muted">{isFiltered ? m.noneHint : m.noneYetHint}</p>
        </div>
      ) : (
        <AuditTable rows={page.rows} language={language} t={t} />
      )}
      <Pager
        label={m.title}
        newer={page.newer && address({ after: page.newer })}
        older={page.older && address({ before: page.older })}
        texts={m}
      />
    </>
  );
}

import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { AdminForm } from '@/components/admin/admin-form';
import { ImportChanges } from '@/components/admin/import-changes';
import { ImportProblems } from '@/components/admin/import-problems';
import { Pager } from '@/components/admin/pager';
import { button, textLink } from '@/components/admin/styles';
import { Notice } from '@/components/ui/notice';
import { getImportFile } from '@/lib/admin/import/import-file';
import { planImport } from '@/lib/admin/import/plan-import';
import { pageTexts, type Query, readQuery, requireSession } from '../../../request';
import { listProductImages } from '../../images';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Query;
}

const PAGE_SIZE = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.importing.preview.title };
}

/** Lists, line by line, what an uploaded file would change or what is wrong with it. Writes nothing. */
export default async function CheckImportPage({ params, searchParams }: Props) {
  const { id } = await params;
  const path = `/admin/products/import/${id}`;
  const session = await requireSession(path);
  const [{ language, t }, query] = await Promise.all([pageTexts(), readQuery(searchParams)]);
  const file = await getImportFile(session, id);
  if (!file) redirect('/admin/products/import?refused=gone');
  const { changes, unchanged, problems, digest } = await planImport(session, file.bytes, await listProductImages());
  const m = t.importing.preview;
  const page = /^\d{1,4}$/.test(query.page ?? '') ? Math.max(1, Number(query.page)) : 1;
  const shown = changes.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const created = changes.filter(({ before }) => before === null).length;
  const count = (number: number) => number.toLocaleString(language);
  return (
    <>
      <Link href="/admin/products/import" prefetch={false} className={`text-sm ${textLink}`}>
        {`← ${t.importing.title}`}
      </Link>
      <h1 className="mt-3 text-heading">{m.title}</h1>
      {query.note === 'overtaken' && (
        <div className="mt-4">
          <Notice tone="care" live="status">
            {m.overtaken}
          </Notice>
        </div>
      )}
      {problems.length > 0 ? (
        <ImportProblems problems={problems} language={language} t={t} />
      ) : (
        <>
          <p className="mt-3 prose-measure wrap-anywhere">
            {changes.length === 0
              ? m.nothing
              : m.summary(count(created), count(changes.length - created), count(unchanged))}
          </p>
          {changes.length > 0 && (
            <AdminForm action={`${path}/apply`} className="mt-4">
              <input type="hidden" name="plan" value={digest} />
              <button type="submit" className={button('primary')}>
                {changes.length === 1 ? m.submitOne : m.submit(count(changes.length))}
              </button>
            </AdminForm>
          )}
          <ImportChanges changes={shown} language={language} t={t} />
          <Pager
            label={m.pages}
            newer={page > 1 ? `${path}?page=${page - 1}` : null}
            older={changes.length > page * PAGE_SIZE ? `${path}?page=${page + 1}` : null}
            texts={{ newer: m.newer, older: m.older }}
          />
        </>
      )}
      {(problems.length > 0 || changes.length === 0) && (
        <p className="mt-6">
          <Link href="/admin/products/import" prefetch={false} className={button('secondary')}>
            {m.again}
          </Link>
        </p>
      )}
    </>
  );
}

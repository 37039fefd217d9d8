import type { Metadata } from 'next';
import Link from 'next/link';
import { AdminForm } from '@/components/admin/admin-form';
import { button, panel, textLink } from '@/components/admin/styles';
import { Notice } from '@/components/ui/notice';
import { columnNames } from '@/lib/admin/import/columns';
import { MAX_CHANGES } from '@/lib/admin/import/plan-import';
import { isKeyOf } from '@/lib/keys-of';
import { MAX_TABLE_ROWS } from '@/lib/spreadsheet/table';
import { pageTexts, type Query, readQuery, requireSession } from '../../request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.importing.title };
}

/** Explains the file's format and uploads a file to check. */
export default async function ImportPage({ searchParams }: { searchParams: Query }) {
  await requireSession('/admin/products/import');
  const [{ language, t }, query] = await Promise.all([pageTexts(), readQuery(searchParams)]);
  const m = t.importing;
  const count = (text = '') => (/^\d{1,5}$/.test(text) ? Number(text).toLocaleString(language) : null);
  const [created, changed] = [count(query.created), count(query.changed)];
  const { refused = '' } = query;
  return (
    <>
      <Link href="/admin/products" prefetch={false} className={`text-sm ${textLink}`}>
        {`← ${t.products.title}`}
      </Link>
      <h1 className="mt-3 text-heading">{m.title}</h1>
      <div className="mt-4 empty:hidden">
        {created !== null && changed !== null && (
          <Notice tone="good" live="status">
            {m.done(created, changed)}
          </Notice>
        )}
        {isKeyOf(m.refusals, refused) && (
          <Notice tone="care" live="status">
            {m.refusals[refused]}
          </Notice>
        )}
      </div>
      <p className="mt-3 prose-measure">{m.intro}</p>
      <AdminForm
        action="/admin/products/import/check"
        encType="multipart/form-data"
        className={`mt-5 max-w-xl ${panel}`}
      >
        <label htmlFor="file" className="font-semibold">
          {m.file}
        </label>
        <p id="file-hint" className="text-sm text-muted">
          {m.fileHint}
        </p>
        <input
          id="file"
          name="file"
          type="file"
          required
          accept=".csv,.tsv,.txt,.xlsx,text/csv"
          aria-describedby="file-hint"
          className="mt-2 block w-full min-h-11 text-base file:mr-3 file:min-h-11 file:rounded-field file:border file:border-control file:bg-surface file:px-4 file:font-semibold"
        />
        <button type="submit" className={button('primary', 'mt-4')}>
          {m.check}
        </button>
      </AdminForm>
      <ol className="mt-6 list-decimal space-y-1 pl-5 prose-measure">
        {m.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="mt-4 flex flex-wrap gap-3">
        <a href="/admin/products/export" className={button('secondary')}>
          {m.export.csv}
        </a>
        <a href="/admin/products/export?format=xlsx" className={button('secondary')}>
          {m.export.xlsx}
        </a>
      </p>
      <div className="mt-5 space-y-2 prose-measure text-muted">
        <p>{m.stock}</p>
        <p>{m.empty}</p>
        <p>{m.limits(MAX_TABLE_ROWS.toLocaleString(language), MAX_CHANGES.toLocaleString(language))}</p>
      </div>
      <h2 className="mt-6 text-lg">{m.columns}</h2>
      <p className="mt-1 prose-measure font-mono text-sm wrap-anywhere text-muted">{columnNames.join(', ')}</p>
    </>
  );
}

import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { AdminForm } from '@/components/admin/admin-form';
import { CategoryFields } from '@/components/admin/category-fields';
import { KeepTyped } from '@/components/admin/keep-typed';
import { Note } from '@/components/admin/note';
import { button, panel, textLink } from '@/components/admin/styles';
import { getCategoryDetails } from '@/lib/admin/catalogue/categories';
import { pageTexts, type Query, readQuery, requireSession } from '../../../request';

type Props = { params: Promise<{ slug: string }>; searchParams: Query };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.products.categories.title };
}

export default async function CategoryPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const path = `/admin/products/categories/${encodeURIComponent(slug)}`;
  const session = await requireSession(path);
  const [{ language, t }, query] = await Promise.all([pageTexts(), readQuery(searchParams)]);
  const category = await getCategoryDetails(session, slug);
  if (!category) notFound();
  const { texts, version, products } = category;
  const m = t.products.categories;
  return (
    <>
      <Link href="/admin/products/categories" prefetch={false} className={`text-sm ${textLink}`}>
        {`← ${m.title}`}
      </Link>
      <div className="mt-3 flex flex-wrap items-baseline gap-x-5 gap-y-1">
        <h1 className="text-heading wrap-anywhere">{texts[language].name || t.products.unnamed(slug)}</h1>
        <Link href={`/admin/products?category=${slug}`} prefetch={false} className={`text-sm ${textLink}`}>
          {m.show}
        </Link>
      </div>
      <Note name={query.note} language={language} t={t} />
      <AdminForm id="category" key={version} action={`${path}/save`} className={`mt-5 space-y-5 ${panel}`}>
        <KeepTyped formId="category" refused={query.note?.startsWith('category-') ?? false} />
        <input type="hidden" name="version" value={version} />
        <CategoryFields texts={texts} t={t} />
        <button type="submit" className={button('primary')}>
          {m.save}
        </button>
      </AdminForm>
      {products > 0 ? (
        <p className="mt-6 text-sm text-muted">{m.keepHint}</p>
      ) : (
        <AdminForm action={`${path}/delete`} className="mt-6">
          <p className="mb-2 text-sm text-muted">{m.removeHint}</p>
          <button type="submit" className={button('danger')}>
            {m.remove}
          </button>
        </AdminForm>
      )}
    </>
  );
}

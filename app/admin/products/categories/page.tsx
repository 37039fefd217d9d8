import type { Metadata } from 'next';
import Link from 'next/link';
import { AdminForm } from '@/components/admin/admin-form';
import { CategoryFields } from '@/components/admin/category-fields';
import { CategoryList } from '@/components/admin/category-list';
import { KeepTyped } from '@/components/admin/keep-typed';
import { Note } from '@/components/admin/note';
import { SlugField } from '@/components/admin/slug-field';
import { button, panel, textLink } from '@/components/admin/styles';
import { listCategoryDetails } from '@/lib/admin/catalogue/categories';
import { pageTexts, type Query, readQuery, requireSession } from '../../request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.products.categories.title };
}

export default async function CategoriesPage({ searchParams }: { searchParams: Query }) {
  const session = await requireSession('/admin/products/categories');
  const [{ language, t }, query] = await Promise.all([pageTexts(), readQuery(searchParams)]);
  const categories = await listCategoryDetails(session);
  const m = t.products.categories;
  return (
    <>
      <Link href="/admin/products" prefetch={false} className={`text-sm ${textLink}`}>
        {`← ${t.products.title}`}
      </Link>
      <h1 className="mt-3 text-heading">{m.title}</h1>
      <Note name={query.note} language={language} t={t} />
      <p className="mt-3 text-muted">{categories.length === 0 ? m.none : m.intro}</p>
      {categories.length > 0 && <CategoryList categories={categories} language={language} t={t} />}
      <section aria-labelledby="create" className={`mt-8 ${panel}`}>
        <h2 id="create" className="text-lg">
          {m.create}
        </h2>
        <AdminForm id="new-category" action="/admin/products/categories/create" className="mt-3 space-y-4">
          <KeepTyped formId="new-category" refused={query.note?.startsWith('category-') ?? false} />
          <CategoryFields texts={null} t={t} />
          <div className="max-w-md">
            <SlugField label={t.products.create.slug} hint={m.slugHint} />
          </div>
          <button type="submit" className={button('primary')}>
            {m.submit}
          </button>
        </AdminForm>
      </section>
    </>
  );
}

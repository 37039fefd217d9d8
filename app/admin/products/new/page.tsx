import type { Metadata } from 'next';
import Link from 'next/link';
import { NewProductForm } from '@/components/admin/new-product-form';
import { Note } from '@/components/admin/note';
import { textLink } from '@/components/admin/styles';
import { listCategoryChoices } from '@/lib/admin/catalogue/categories';
import { pageTexts, type Query, readQuery, requireSession } from '../../request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.products.create.title };
}

export default async function NewProductPage({ searchParams }: { searchParams: Query }) {
  const session = await requireSession('/admin/products/new');
  const [{ language, t }, query] = await Promise.all([pageTexts(), readQuery(searchParams)]);
  const categories = await listCategoryChoices(session, language);
  const m = t.products.create;
  return (
    <>
      <Link href="/admin/products" prefetch={false} className={`text-sm ${textLink}`}>
        {`← ${t.products.title}`}
      </Link>
      <h1 className="mt-3 text-heading">{m.title}</h1>
      <Note name={query.note} language={language} t={t} />
      {categories.length === 0 ? (
        <>
          <p className="mt-4">{m.noCategories}</p>
          <Link href="/admin/products/categories" prefetch={false} className={textLink}>
            {t.products.categories.link}
          </Link>
        </>
      ) : (
        <>
          <p className="mt-3 prose-measure">{m.intro}</p>
          <NewProductForm categories={categories} refused={query.note !== undefined} language={language} t={t} />
        </>
      )}
    </>
  );
}

import type { Metadata } from 'next';
import Link from 'next/link';
import { Note } from '@/components/admin/note';
import { Pager } from '@/components/admin/pager';
import { ProductFilterForm, productListPath } from '@/components/admin/product-filter-form';
import { ProductTable } from '@/components/admin/product-table';
import { button, textLink } from '@/components/admin/styles';
import { listCategoryChoices } from '@/lib/admin/catalogue/categories';
import { listDemoGoods } from '@/lib/admin/catalogue/demo-goods';
import { listProductPage, parseProductFilter } from '@/lib/admin/catalogue/list-product-page';
import { pageTexts, type Query, readQuery, requireSession } from '../request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.products.title };
}

export default async function ProductsPage({ searchParams }: { searchParams: Query }) {
  const session = await requireSession('/admin/products');
  const [{ language, t }, query] = await Promise.all([pageTexts(), readQuery(searchParams)]);
  const filter = parseProductFilter(query);
  const [{ products, hasMore }, categories, demoGoods] = await Promise.all([
    listProductPage(session, language, filter),
    listCategoryChoices(session, language),
    listDemoGoods(session, language),
  ]);
  const m = t.products;
  const { page } = filter;
  const canMove = filter.tab === 'all' && filter.category !== null && filter.search === '';
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <h1 className="text-heading">{m.title}</h1>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2 sm:ml-auto">
          {demoGoods.some(({ fate }) => fate !== 'kept') && (
            <Link href="/admin/demo-goods" prefetch={false} className={`text-sm ${textLink}`}>
              {t.demoGoods.link}
            </Link>
          )}
          <Link href="/admin/products/import" prefetch={false} className={`text-sm ${textLink}`}>
            {t.importing.link}
          </Link>
          <Link href="/admin/products/categories" prefetch={false} className={`text-sm ${textLink}`}>
            {m.categories.link}
          </Link>
          <Link href="/admin/products/new" prefetch={false} className={button('secondary')}>
            {m.create.link}
          </Link>
        </div>
      </div>
      <Note name={query.note} language={language} t={t} />
      <ProductFilterForm filter={filter} categories={categories} t={t} />
      {canMove && <p className="mt-4 text-sm text-muted">{m.filter.orderHint}</p>}
      {products.length === 0 ? (
        <div className="mt-8">
          <h2 className="text-lg">{m.filter.none}</h2>
          <p className="mt-1 text-muted">{m.filter.noneHint}</p>
        </div>
      ) : (
        <ProductTable
          products={products}
          movesOn={canMove ? productListPath(filter, { page }) : null}
          hasMore={hasMore}
          isFirstPage={page === 1}
          language={language}
          t={t}
        />
      )}
      <Pager
        label={m.filter.pages}
        newer={page > 1 ? productListPath(filter, { page: page - 1 }) : null}
        older={hasMore ? productListPath(filter, { page: page + 1 }) : null}
        texts={{ newer: m.filter.previous, older: m.filter.next }}
      />
    </>
  );
}

import type { Metadata } from 'next';
import { pageLanguage } from '@/app/[lang]/page-language';
import { FilterChips } from '@/components/shop/filter-chips';
import { NothingFound } from '@/components/shop/nothing-found';
import { PageLinks } from '@/components/shop/page-links';
import { ProductGrid } from '@/components/shop/product-grid';
import { SearchAgain } from '@/components/shop/search-again';
import { SearchFilters } from '@/components/shop/search-filters';
import { ShowSearchText } from '@/components/shop/show-search-text';
import { SortLinks } from '@/components/shop/sort-links';
import { listCategories } from '@/lib/catalogue/list-categories';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { localPath } from '@/lib/i18n/languages';
import { searchProducts } from '@/lib/search/search-products';
import { parseSearchQuery } from '@/lib/search/search-query';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const dynamic = 'force-dynamic';

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [language, { text }] = [await pageLanguage(), await readSearch(searchParams)];
  const m = getShopTexts(language).search;
  return {
    title: text === '' ? m.all : m.results(text),
    robots: { index: false, follow: true },
    alternates: { canonical: localPath(language, '/search') },
  };
}

export default async function SearchPage({ searchParams }: Props) {
  const [language, query] = [await pageLanguage(), await readSearch(searchParams)];
  const messages = getShopTexts(language);
  const [found, categories] = await Promise.all([searchProducts(language, query), listCategories(language)]);
  const { products, total, page, pages, corrected } = found;
  const chosen = categories.find(({ slug }) => slug === query.category);
  const counts = new Map(found.categories.map(({ category, count }) => [category, count]));
  const offered = categories.flatMap((category) => {
    const count = counts.get(category.slug) ?? 0;
    return count > 0 || category === chosen ? [{ category, count }] : [];
  });
  const m = messages.search;
  const shared = { query, language, messages };
  return (
    <div className="pt-8 lg:pt-12">
      <ShowSearchText text={query.text} />
      {query.text !== '' && <SearchAgain action={localPath(language, '/search')} text={query.text} texts={m} />}
      <h1 className="text-title wrap-anywhere">
        {query.text === '' ? (chosen?.name ?? m.all) : m.results(query.text)}
      </h1>
      <p role="status" className="mt-2 text-muted">
        {corrected === null ? messages.category.count(total) : m.corrected(query.text, corrected)}
      </p>
      <SearchFilters {...shared} categories={offered} />
      <FilterChips {...shared} />
      {total === 0 ? (
        <NothingFound {...shared} />
      ) : (
        <>
          <div className="mt-2 mb-6">
            <SortLinks {...shared} />
          </div>
          <ProductGrid products={products} language={language} messages={messages} heading="h2" eager={2} />
          <PageLinks {...shared} page={page} pages={pages} />
        </>
      )}
    </div>
  );
}

/** A repeated parameter counts once, with its last value. */
async function readSearch(searchParams: Props['searchParams']) {
  const entries = Object.entries(await searchParams);
  return parseSearchQuery(
    Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? value.at(-1) : value])),
  );
}

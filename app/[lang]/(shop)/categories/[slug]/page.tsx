import type { Metadata } from 'next';
import { pageLanguage } from '@/app/[lang]/page-language';
import { pageMetadata } from '@/app/[lang]/page-metadata';
import { PageLinks } from '@/components/shop/page-links';
import { PageNotFound } from '@/components/shop/page-not-found';
import { ProductGrid } from '@/components/shop/product-grid';
import { SearchFilters } from '@/components/shop/search-filters';
import { SortLinks } from '@/components/shop/sort-links';
import { getCategory } from '@/lib/catalogue/get-category';
import { countProducts, listProducts } from '@/lib/catalogue/list-products';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { PAGE_SIZE, parseSearchQuery } from '@/lib/search/search-query';

interface Props {
  params: Promise<{ slug: string }>;
}

export const revalidate = 60;

/** Empty for the same reason as in app/[lang]/layout.tsx. */
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [language, { slug }] = [await pageLanguage(), await params];
  const category = await getCategory(language, slug);
  if (!category) return { title: getShopTexts(language).notFound.title };
  return pageMetadata({
    language,
    path: `/categories/${slug}`,
    title: category.name,
    description: category.intro,
  });
}

export default async function CategoryPage({ params }: Props) {
  const [language, { slug }] = [await pageLanguage(), await params];
  const messages = getShopTexts(language);
  const category = await getCategory(language, slug);
  if (!category) return <PageNotFound language={language} messages={messages} />;
  const [products, counts] = await Promise.all([listProducts(language, slug, PAGE_SIZE), countProducts(language)]);
  const pages = Math.max(1, Math.ceil((counts.get(slug) ?? 0) / PAGE_SIZE));
  // The links for filters, sorting and further pages lead to the search page.
  const shared = { query: parseSearchQuery({ category: slug }), language, messages };
  return (
    <>
      <div className="pt-8 pb-2 lg:pt-12">
        <h1 className="text-title wrap-anywhere">{category.name}</h1>
        <p className="prose-measure mt-3 text-lg wrap-anywhere text-muted">{category.intro}</p>
        {products.length > 0 && <SearchFilters {...shared} />}
      </div>
      {products.length > 0 ? (
        <>
          <div className="mb-6">
            <SortLinks {...shared} />
          </div>
          <ProductGrid products={products} language={language} messages={messages} heading="h2" eager={2} />
          <PageLinks {...shared} page={1} pages={pages} />
        </>
      ) : (
        <p>
          {messages.category.empty} {messages.category.emptyHint}
        </p>
      )}
    </>
  );
}

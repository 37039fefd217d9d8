import type { Metadata } from 'next';
import { pageLanguage } from '@/app/[lang]/page-language';
import { pageMetadata } from '@/app/[lang]/page-metadata';
import { PageNotFound } from '@/components/shop/page-not-found';
import { ProductGrid } from '@/components/shop/product-grid';
import { getCategory } from '@/lib/catalogue/get-category';
import { listProducts } from '@/lib/catalogue/list-products';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';

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
  const products = await listProducts(language, slug);
  return (
    <>
      <div className="pt-8 pb-8 lg:pt-12">
        <h1 className="text-title">{category.name}</h1>
        <p className="prose-measure mt-3 text-lg text-muted">{category.intro}</p>
      </div>
      {products.length > 0 ? (
        <ProductGrid products={products} language={language} messages={messages} heading="h2" eager={2} />
      ) : (
        <p>
          {messages.category.empty} {messages.category.emptyHint}
        </p>
      )}
    </>
  );
}

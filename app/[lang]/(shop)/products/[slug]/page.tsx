import type { Metadata } from 'next';
import Link from 'next/link';
import { pageLanguage } from '@/app/[lang]/page-language';
import { pageMetadata } from '@/app/[lang]/page-metadata';
import { AddToCart } from '@/components/shop/add-to-cart';
import { AvailabilityNote } from '@/components/shop/availability-note';
import { PageNotFound } from '@/components/shop/page-not-found';
import { ProductFacts } from '@/components/shop/product-facts';
import { ProductGallery } from '@/components/shop/product-gallery';
import { ProductGrid } from '@/components/shop/product-grid';
import { ProductJsonLd } from '@/components/shop/product-json-ld';
import { ProductOptions } from '@/components/shop/product-options';
import { getCategory } from '@/lib/catalogue/get-category';
import { getProduct } from '@/lib/catalogue/get-product';
import { listPictures } from '@/lib/catalogue/list-pictures';
import { listProducts } from '@/lib/catalogue/list-products';
import { listVariants } from '@/lib/catalogue/list-variants';
import { optionChoices } from '@/lib/catalogue/option-choices';
import { nameWithOptions } from '@/lib/catalogue/options';
import type { Product } from '@/lib/catalogue/product';
import { config } from '@/lib/config';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { localPath } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import { withoutSoftHyphens } from '@/lib/typed-text';
import { formatVatRate } from '@/lib/vat-rate';

interface Props {
  params: Promise<{ slug: string }>;
}

export const revalidate = 60;

const RELATED = 4;

/** Empty for the same reason as in app/[lang]/layout.tsx. */
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [language, { slug }] = [await pageLanguage(), await params];
  const product = await getProduct(language, slug);
  if (!product) return { title: getShopTexts(language).notFound.title };
  const title = withoutSoftHyphens(nameWithOptions(product.name, product.options));
  const description = withoutSoftHyphens(product.summary);
  return pageMetadata({ language, path: `/products/${slug}`, title, description, picture: product.image });
}

export default async function ProductPage({ params }: Props) {
  const [language, { slug }] = [await pageLanguage(), await params];
  const messages = getShopTexts(language);
  const product = await getProduct(language, slug);
  if (!product) return <PageNotFound language={language} messages={messages} />;
  const { family } = product;
  const [pictures, category, inCategory, variants] = await Promise.all([
    listPictures(product),
    getCategory(language, product.categorySlug),
    listProducts(language, product.categorySlug, RELATED + 1),
    family === null ? [] : listVariants(language, family),
  ]);
  const isOther = (other: Product) => other.slug !== slug && (family === null || other.family !== family);
  const related = inCategory.filter(isOther).slice(0, RELATED);
  const { ownUrl } = config();
  return (
    <>
      <article className="grid gap-8 pt-4 lg:grid-cols-[1.1fr_1fr] lg:gap-14 lg:pt-10">
        <ProductGallery pictures={pictures} name={product.name} imageAlt={product.imageAlt} messages={messages} />
        <div className="min-w-0 lg:py-4">
          {category && (
            <Link
              href={localPath(language, `/categories/${category.slug}`)}
              className="inline-block py-1 wrap-anywhere text-muted underline decoration-line underline-offset-4 hover:decoration-pine"
            >
              {category.name}
            </Link>
          )}
          <h1 className="mt-1 text-title wrap-anywhere">{product.name}</h1>
          <p className="mt-3 text-lg wrap-anywhere text-muted">{product.summary}</p>
          <p className="mt-6 flex flex-wrap items-baseline gap-x-2.5">
            <span className="font-display text-3xl font-semibold tabular-nums">
              {formatMoney(product.price, language)}
            </span>
            <span className="text-sm text-muted">
              {messages.product.vatIncluded(formatVatRate(product.vatRate, language))}
            </span>
          </p>
          <ProductOptions options={optionChoices(variants, slug)} language={language} messages={messages} />
          <div className="mt-4 mb-5">
            <AvailabilityNote availability={product.availability} messages={messages} />
          </div>
          <AddToCart product={product} language={language} messages={messages} />
          <div className="prose-measure mt-8 space-y-4 wrap-anywhere">
            {[...product.description.split(/\n{2,}/).entries()].map(([place, paragraph]) => (
              <p key={place}>{paragraph}</p>
            ))}
          </div>
          <ProductFacts language={language} messages={messages} />
        </div>
      </article>
      {category && related.length > 0 && (
        <section aria-labelledby="related" className="mt-16 lg:mt-24">
          <h2 id="related" className="mb-6 text-heading wrap-anywhere">
            {messages.product.more(category.name)}
          </h2>
          <ProductGrid products={related} language={language} messages={messages} />
        </section>
      )}
      <ProductJsonLd product={product} pictures={pictures} variants={variants} baseUrl={ownUrl} language={language} />
    </>
  );
}

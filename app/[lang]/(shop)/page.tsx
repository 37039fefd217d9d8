import type { Metadata } from 'next';
import Link from 'next/link';
import { pageLanguage } from '@/app/[lang]/page-language';
import { pageMetadata } from '@/app/[lang]/page-metadata';
import { CategoryTiles } from '@/components/shop/category-tiles';
import { DemoTours } from '@/components/shop/demo-tours';
import { ProductGrid } from '@/components/shop/product-grid';
import { SeqrSteps } from '@/components/shop/seqr-steps';
import { buttonClass } from '@/components/ui/button-class';
import { listShelves } from '@/lib/catalogue/list-shelves';
import { config } from '@/lib/config';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { localPath } from '@/lib/i18n/languages';
import { merchant } from '@/lib/merchant';

export const revalidate = 60;

const PER_CATEGORY = 2;
const MAX_HIGHLIGHTS = 10;

export async function generateMetadata(): Promise<Metadata> {
  return pageMetadata({ language: await pageLanguage(), path: '/' });
}

export default async function FrontPage() {
  const language = await pageLanguage();
  const messages = getShopTexts(language);
  // Reads one product more than the highlights need, because the category's tile shows its picture.
  const shelves = await listShelves(language, PER_CATEGORY + 1);
  const highlights = shelves.flatMap(({ inStock }) => inStock.slice(0, PER_CATEGORY)).slice(0, MAX_HIGHLIGHTS);
  const m = messages.front;
  const { title, intro } = merchant.wording[language];
  const first = shelves[0]?.category;
  return (
    <>
      {config().isDemo && <DemoTours language={language} messages={messages} />}
      <section className="grid items-center gap-8 pt-8 pb-12 lg:grid-cols-[1fr_1.1fr] lg:gap-14 lg:py-14">
        <div>
          <h1 className="text-display">{title}</h1>
          <p className="prose-measure mt-5 text-lg text-muted">{intro}</p>
          {first && (
            <Link href={localPath(language, `/categories/${first.slug}`)} className={buttonClass('primary', 'mt-7')}>
              {m.browse}
            </Link>
          )}
        </div>
        {/* As in ProductImage, the picture element keeps React from preloading the image. */}
        <picture className="contents">
          <img
            src="/illustrations/hero.svg"
            alt=""
            width={1200}
            height={900}
            fetchPriority="high"
            className="aspect-4/3 w-full rounded-tile object-cover"
          />
        </picture>
      </section>
      {shelves.length === 0 ? (
        <p className="text-lg">{m.empty}</p>
      ) : (
        <>
          <CategoryTiles shelves={shelves} language={language} messages={messages} />
          {highlights.length > 0 && (
            <section aria-labelledby="selection" className="mt-16">
              <h2 id="selection" className="text-title">
                {m.selection}
              </h2>
              <p className="mt-2 mb-7 text-muted">{m.selectionIntro}</p>
              <ProductGrid
                products={highlights}
                language={language}
                messages={messages}
                columns="grid-cols-2 lg:grid-cols-5"
              />
            </section>
          )}
        </>
      )}
      <SeqrSteps messages={messages} />
      <ul className="mt-16 grid gap-x-10 gap-y-6 border-t border-line pt-8 sm:grid-cols-3">
        {[{ title: m.sentFrom(merchant.city), text: m.sentText }, ...m.promises].map(({ title, text }) => (
          <li key={title}>
            <p className="font-display text-lg font-semibold">{title}</p>
            <p className="mt-1 text-muted">{text}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

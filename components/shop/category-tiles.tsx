import Link from 'next/link';
import type { Shelf } from '@/lib/catalogue/list-shelves';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, localPath } from '@/lib/i18n/languages';
import { ProductImage } from './product-image';

interface Props {
  shelves: readonly Shelf[];
  language: Language;
  messages: ShopTexts;
}

/** The categories, each with a picture of one of its products. */
export function CategoryTiles({ shelves, language, messages }: Props) {
  return (
    <section aria-labelledby="categories">
      <h2 id="categories" className="text-title">
        {messages.front.categoriesTitle}
      </h2>
      <ul className="mt-6 grid gap-3 sm:grid-cols-2 lg:grid-cols-5 lg:gap-4">
        {shelves.map(({ category, count, first }) => (
          <li key={category.slug} className="min-w-0">
            <Link href={localPath(language, `/categories/${category.slug}`)} className="group tile">
              {first.at(-1) && (
                <ProductImage
                  image={first.at(-1)?.image ?? ''}
                  alt=""
                  sizes="(min-width: 64rem) 15rem, 6rem"
                  width={400}
                  height={400}
                  loading="lazy"
                  decoding="async"
                  className="tile-image"
                />
              )}
              <span className="min-w-0 py-2 pr-4 wrap-anywhere lg:p-4">
                <span className="tile-name">{category.name}</span>
                <span className="mt-1 block text-sm text-muted">{messages.category.count(count)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

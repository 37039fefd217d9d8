import Link from 'next/link';
import type { CategoryDetails } from '@/lib/admin/catalogue/categories';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { MoveButtons } from './move-buttons';
import { textLink } from './styles';

interface Props {
  categories: readonly CategoryDetails[];
  language: Language;
  t: AdminTexts;
}

/** The categories in the shop's order. */
export function CategoryList({ categories, language, t }: Props) {
  const m = t.products.categories;
  return (
    <ol className="mt-4 divide-y divide-line border-y border-line">
      {categories.map(({ slug, texts, products }, index) => {
        const name = texts[language].name || t.products.unnamed(slug);
        return (
          <li key={slug} className="flex items-center gap-4 py-2">
            <div className="min-w-0 grow">
              <Link
                href={`/admin/products/categories/${slug}`}
                prefetch={false}
                className={`font-semibold wrap-anywhere ${textLink}`}
              >
                {name}
              </Link>
              {texts[language].name === '' && <span className="block text-sm text-falu">{m.noTexts}</span>}
              <Link
                href={`/admin/products?category=${slug}`}
                prefetch={false}
                className={`mt-0.5 block w-fit text-sm text-muted ${textLink}`}
              >
                {m.count(products)}
              </Link>
            </div>
            <MoveButtons
              action={`/admin/products/categories/${slug}/move`}
              name={name}
              isFirst={index === 0}
              isLast={index === categories.length - 1}
              t={t}
            />
          </li>
        );
      })}
    </ol>
  );
}

import Link from 'next/link';
import { buttonClass } from '@/components/ui/button-class';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, localPath } from '@/lib/i18n/languages';
import { type SearchQuery, toSearchPath } from '@/lib/search/search-query';

interface Props {
  query: SearchQuery;
  language: Language;
  messages: ShopTexts;
}

/** Replaces the list of a search that found nothing: why, and what to do next. */
export function NothingFound({ query, language, messages }: Props) {
  const m = messages.search;
  const none = { category: null, priceMin: null, priceMax: null, inStock: false } as const;
  const isFiltered = toSearchPath(query) !== toSearchPath(query, none);
  return (
    <div className="py-10">
      <h2 className="text-heading wrap-anywhere">{isFiltered ? m.noneFiltered : m.none(query.text)}</h2>
      <p className="prose-measure mt-2 text-muted">{isFiltered ? m.noneFilteredHint : m.noneHint}</p>
      <Link
        href={localPath(language, isFiltered ? toSearchPath(query, none) : '/search')}
        prefetch={false}
        className={buttonClass('secondary', 'mt-5')}
      >
        {isFiltered ? m.removeAll : m.all}
      </Link>
    </div>
  );
}

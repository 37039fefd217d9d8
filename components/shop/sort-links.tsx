import Link from 'next/link';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, localPath } from '@/lib/i18n/languages';
import { type SearchQuery, sortings, toSearchPath } from '@/lib/search/search-query';

interface Props {
  query: SearchQuery;
  language: Language;
  messages: ShopTexts;
}

/** Links to the same list in another order. */
export function SortLinks({ query, language, messages }: Props) {
  const m = messages.search;
  const nameOf = (sort: SearchQuery['sort']) =>
    sort === 'relevance' && query.text === '' ? m.recommended : m.sortings[sort];
  return (
    <nav aria-label={m.sort} className="-mx-1 flex flex-wrap items-baseline gap-x-1">
      <span className="px-1 text-sm text-muted" aria-hidden="true">
        {m.sort}
      </span>
      {sortings.map((sort) => (
        <Link
          key={sort}
          href={localPath(language, toSearchPath(query, { sort }))}
          prefetch={false}
          aria-current={sort === query.sort ? 'true' : undefined}
          className="list-link"
        >
          {nameOf(sort)}
        </Link>
      ))}
    </nav>
  );
}

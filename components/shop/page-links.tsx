import Link from 'next/link';
import { buttonClass } from '@/components/ui/button-class';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, localPath } from '@/lib/i18n/languages';
import { type SearchQuery, toSearchPath } from '@/lib/search/search-query';

interface Props {
  query: SearchQuery;
  page: number;
  pages: number;
  language: Language;
  messages: ShopTexts;
}

/** Links to the previous and next page of a list; nothing if it has one page. */
export function PageLinks({ query, page, pages, language, messages }: Props) {
  if (pages === 1) return null;
  const m = messages.search;
  return (
    <nav aria-label={m.pages} className="mt-12 flex flex-wrap items-center justify-center gap-x-5 gap-y-3">
      {page > 1 && <PageLink to={page - 1} label={m.previous} query={query} language={language} />}
      <span className="text-muted tabular-nums">{m.page(page, pages)}</span>
      {page < pages && <PageLink to={page + 1} label={m.next} query={query} language={language} />}
    </nav>
  );
}

type LinkProps = Pick<Props, 'query' | 'language'> & { to: number; label: string };

function PageLink({ to, label, query, language }: LinkProps) {
  return (
    <Link
      href={localPath(language, toSearchPath(query, { page: to }))}
      prefetch={false}
      className={buttonClass('secondary')}
    >
      {label}
    </Link>
  );
}

import Link from 'next/link';
import { buttonClass } from '@/components/ui/button-class';
import type { Category } from '@/lib/catalogue/list-categories';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, localPath } from '@/lib/i18n/languages';
import { maxLengths } from '@/lib/input-limits';
import { merchant } from '@/lib/merchant';
import { type SearchQuery, toSearchFields, toSearchPath } from '@/lib/search/search-query';

interface Props {
  query: SearchQuery;
  /** The categories to choose from, with the number of products that each would show. */
  categories?: readonly { readonly category: Category; readonly count: number }[];
  language: Language;
  messages: ShopTexts;
}

const fieldClass = 'mt-1 block h-12 w-full rounded-field border border-control bg-surface px-3 text-base';

/** Links to the categories and a plain form for the other filters. */
export function SearchFilters({ query, categories = [], language, messages }: Props) {
  const m = messages.search;
  const hasFilter = query.priceMin !== null || query.priceMax !== null || query.inStock;
  return (
    <div className="mt-5 space-y-2">
      {categories.length > 0 && (
        <nav aria-label={m.category} className="-mx-1 flex flex-wrap gap-x-1">
          <CategoryLink query={query} to={null} label={m.anyCategory} language={language} />
          {categories.map(({ category: { slug, name }, count }) => (
            <CategoryLink key={slug} query={query} to={slug} label={`${name} (${count})`} language={language} />
          ))}
        </nav>
      )}
      <details open={hasFilter}>
        <summary className="w-fit rounded-full py-2.5 font-medium">{m.filter}</summary>
        {/* The key replaces the form when a link removes a filter. Without it, the fields would keep their old values. */}
        <form
          key={toSearchPath(query)}
          action={localPath(language, '/search')}
          className="grid grid-cols-2 items-end gap-4 pt-1 pb-3 sm:flex sm:flex-wrap"
        >
          {toSearchFields({ ...query, priceMin: null, priceMax: null, inStock: false, page: 1 }).map(
            ([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ),
          )}
          <PriceField name="price-min" label={m.priceMin(merchant.currency)} value={query.priceMin} />
          <PriceField name="price-max" label={m.priceMax(merchant.currency)} value={query.priceMax} />
          <label className="col-span-2 flex min-h-12 items-center gap-2">
            <input type="checkbox" name="in-stock" defaultChecked={query.inStock} className="size-5" />
            <span>{m.inStock}</span>
          </label>
          <button type="submit" className={buttonClass('secondary', 'col-span-2')}>
            {m.apply}
          </button>
        </form>
      </details>
    </div>
  );
}

function PriceField({ name, label, value }: { name: string; label: string; value: number | null }) {
  return (
    <label className="text-sm sm:w-36">
      <span>{label}</span>
      <input
        name={name}
        defaultValue={value ?? ''}
        inputMode="numeric"
        pattern="\d*"
        maxLength={maxLengths.wholePrice}
        autoComplete="off"
        className={fieldClass}
      />
    </label>
  );
}

type LinkProps = Pick<Props, 'query' | 'language'> & { to: string | null; label: string };

function CategoryLink({ query, to, label, language }: LinkProps) {
  return (
    <Link
      href={localPath(language, toSearchPath(query, { category: to }))}
      prefetch={false}
      aria-current={to === query.category ? 'true' : undefined}
      className="list-link min-w-0 wrap-anywhere"
    >
      {label}
    </Link>
  );
}

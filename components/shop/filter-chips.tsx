import Link from 'next/link';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, localPath } from '@/lib/i18n/languages';
import { merchant } from '@/lib/merchant';
import { formatMoney, money } from '@/lib/money';
import { type SearchQuery, toMinorUnits, toSearchPath } from '@/lib/search/search-query';

interface Props {
  query: SearchQuery;
  language: Language;
  messages: ShopTexts;
}

/** The filters of price and stock, each with a link that removes it. */
export function FilterChips({ query, language, messages }: Props) {
  const m = messages.search;
  const price = (units: number) => formatMoney(money(toMinorUnits(units), merchant.currency), language);
  const chips = [
    query.priceMin !== null && { label: m.from(price(query.priceMin)), without: { priceMin: null } },
    query.priceMax !== null && { label: m.upTo(price(query.priceMax)), without: { priceMax: null } },
    query.inStock && { label: m.inStock, without: { inStock: false } },
  ].filter((chip) => chip !== false);
  if (chips.length === 0) return null;
  const chipClass = 'flex items-center gap-2 rounded-full border border-control px-3.5 py-2 text-sm hover:bg-sunken';
  const none = { priceMin: null, priceMax: null, inStock: false };
  return (
    <ul className="mt-3 flex flex-wrap gap-2">
      {chips.map(({ label, without }) => (
        <li key={label}>
          <Link
            href={localPath(language, toSearchPath(query, without))}
            prefetch={false}
            aria-label={m.remove(label)}
            className={chipClass}
          >
            <span>{label}</span>
            <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Link href={localPath(language, toSearchPath(query, none))} prefetch={false} className={chipClass}>
            {m.removeAll}
          </Link>
        </li>
      )}
    </ul>
  );
}

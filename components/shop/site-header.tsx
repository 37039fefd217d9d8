import Link from 'next/link';
import type { Category } from '@/lib/catalogue/list-categories';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, localPath } from '@/lib/i18n/languages';
import { merchant } from '@/lib/merchant';
import { MAX_SUGGESTIONS } from '@/lib/search/search-query';
import { CartCount } from './cart-count';
import { LanguageLinks } from './language-links';
import { SearchField } from './search-field';
import { Wordmark } from './wordmark';

interface Props {
  language: Language;
  messages: ShopTexts;
  categories: Category[];
}

export function SiteHeader({ language, messages, categories }: Props) {
  const m = messages.search;
  const texts = { field: m.field, submit: m.submit, suggestions: m.suggestions };
  return (
    <header className="border-b border-line bg-paper print:hidden">
      <div className="container-page flex flex-wrap items-center gap-x-2 lg:gap-x-6">
        <Link href={localPath(language, '/')} aria-label={messages.shop.home(merchant.name)} className="py-3">
          <Wordmark />
        </Link>
        <SearchField
          language={language}
          action={localPath(language, '/search')}
          texts={{ ...texts, found: Array.from({ length: MAX_SUGGESTIONS + 1 }, (_, count) => m.found(count)) }}
        />
        <div className="ml-auto flex flex-wrap items-center gap-1">
          <LanguageLinks language={language} short className="rounded-full px-3 py-2.5 text-sm hover:bg-sunken" />
          <Link
            href={localPath(language, '/cart')}
            prefetch={false}
            className="-mr-3 flex items-center gap-2 rounded-full px-3 py-2.5 font-medium hover:bg-sunken"
          >
            <BasketIcon />
            {messages.cart.title}
            <CartCount label={messages.cart.count} />
          </Link>
        </div>
        <CategoryNav language={language} messages={messages} categories={categories} />
      </div>
    </header>
  );
}

function CategoryNav({ language, messages, categories }: Props) {
  return (
    <nav
      aria-label={messages.shop.categories}
      className="order-last -mx-5 w-[calc(100%+var(--spacing)*10)] overflow-x-auto [scrollbar-width:none]"
    >
      <ul className="flex gap-1 px-2 pb-2 max-xs:flex-wrap sm:flex-wrap">
        {categories.map(({ slug, name }) => (
          <li key={slug} className="shrink-0 sm:min-w-0 sm:shrink">
            <Link
              href={localPath(language, `/categories/${slug}`)}
              className="block rounded-full px-3 py-2.5 text-[0.95rem] whitespace-nowrap hover:bg-sunken sm:whitespace-normal sm:wrap-anywhere"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function BasketIcon() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" className="max-sm:hidden">
      <g fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round">
        <path d="M3.5 10h17l-1.8 9.2a1 1 0 0 1-1 .8H6.3a1 1 0 0 1-1-.8z" />
        <path d="m8 10 3-6M16 10l-3-6M9.5 13.5v3M14.5 13.5v3" />
      </g>
    </svg>
  );
}

import Link from 'next/link';
import type { Category } from '@/lib/catalogue/list-categories';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, localPath } from '@/lib/i18n/languages';
import { merchant } from '@/lib/merchant';
import { MAX_SUGGESTIONS } from '@/lib/search/search-query';
import { CartCount } from './cart-count';
import { Basket } from './drawings';
import { LanguageLinks } from './language-links';
import { MenuLink } from './menu-link';
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
        <MenuLink href={localPath(language, '/')} aria-label={messages.shop.home(merchant.name)} className="py-3">
          <Wordmark />
        </MenuLink>
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
            <Basket />
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
    <nav aria-label={messages.shop.categories} className="menu">
      <ul>
        {categories.map(({ slug, name }) => (
          <li key={slug}>
            <MenuLink href={localPath(language, `/categories/${slug}`)}>{name}</MenuLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

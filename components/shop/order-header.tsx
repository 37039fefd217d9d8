import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, localPath } from '@/lib/i18n/languages';
import { merchant } from '@/lib/merchant';
import { LanguageLinks } from './language-links';
import { Wordmark } from './wordmark';

export function OrderHeader({ language, messages }: { language: Language; messages: ShopTexts }) {
  return (
    <header className="border-b border-line print:hidden">
      <div className="container-page flex flex-wrap items-center gap-1">
        <a href={localPath(language, '/')} aria-label={messages.shop.home(merchant.name)} className="mr-auto py-3">
          <Wordmark />
        </a>
        <LanguageLinks language={language} short className="rounded-full px-3 py-2.5 text-sm hover:bg-sunken" />
        <a href={localPath(language, '/orders')} className="-mr-3 rounded-full px-3 py-2.5 font-medium hover:bg-sunken">
          {messages.footer.orders}
        </a>
      </div>
    </header>
  );
}

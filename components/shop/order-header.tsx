import { type Language, localPath } from '@/lib/i18n/languages';
import type { Messages } from '@/lib/i18n/messages/en';
import { LanguageLink } from './language-link';
import { Wordmark } from './wordmark';

export function OrderHeader({ language, messages }: { language: Language; messages: Messages }) {
  return (
    <header className="border-b border-line print:hidden">
      <div className="container-page flex items-center gap-1">
        <a href={localPath(language, '/')} aria-label={messages.shop.home} className="mr-auto py-3">
          <Wordmark />
        </a>
        <LanguageLink
          to={language === 'en' ? 'sv' : 'en'}
          label={messages.language.switchToShort}
          className="rounded-full px-3 py-2.5 text-sm hover:bg-sunken"
        />
        <a href={localPath(language, '/orders')} className="-mr-3 rounded-full px-3 py-2.5 font-medium hover:bg-sunken">
          {messages.footer.orders}
        </a>
      </div>
    </header>
  );
}

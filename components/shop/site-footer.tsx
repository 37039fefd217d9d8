import Link from 'next/link';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, localPath } from '@/lib/i18n/languages';
import { merchant } from '@/lib/merchant';
import { Slope } from './drawings';
import { LanguageLinks } from './language-links';
import { Wordmark } from './wordmark';

interface Props {
  language: Language;
  messages: ShopTexts;
  demonstration: boolean;
}

export function SiteFooter({ language, messages, demonstration }: Props) {
  const m = messages.footer;
  const links = [
    ['/terms', m.terms],
    ['/returns', m.returns],
    ['/privacy', m.privacy],
    ['/contact', m.contact],
    ['/orders', m.orders],
  ] as const;
  return (
    <footer className="mt-20 print:hidden">
      <Slope />
      <div className="bg-sunken">
        <div className="container-page grid gap-x-8 gap-y-10 pt-4 pb-12 sm:grid-cols-3">
          <div>
            <Wordmark />
            <p className="mt-3 max-w-64 text-muted">{merchant.wording[language].motto}</p>
          </div>
          <nav aria-label={m.help}>
            <h2 className="text-base">{m.help}</h2>
            <ul className="footer-links mt-2">
              {links.map(([path, label]) => (
                <li key={path}>
                  <Link href={localPath(language, path)} prefetch={false}>
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <div>
            <h2 className="text-base">{m.shop}</h2>
            <address className="mt-3 leading-[1.75] not-italic">
              <span className="block">{`${merchant.legalName}, ${merchant.organisationNumber}`}</span>
              <span className="block">{`${merchant.street}, ${merchant.postalCode} ${merchant.city}`}</span>
              <a href={`mailto:${merchant.email}`} className="underline underline-offset-4 wrap-anywhere">
                {merchant.email}
              </a>
            </address>
            <LanguageLinks language={language} className="mt-3 inline-block py-1.5 underline underline-offset-4" />
          </div>
          {demonstration && <p className="text-sm text-muted sm:col-span-3">{m.demo(merchant.name)}</p>}
        </div>
      </div>
    </footer>
  );
}

import type { Metadata } from 'next';
import { Wordmark } from '@/components/shop/wordmark';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import { MerchantColours } from '@/components/ui/merchant-colours';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { languages, localPath } from '@/lib/i18n/languages';
import { merchant } from '@/lib/merchant';
import { familjen } from './fonts';
import './globals.css';

const messages = getShopTexts('en');
const { notFound } = messages;

export const metadata: Metadata = { title: `${notFound.title} – ${merchant.name}`, icons: '/favicon.svg' };

/** The 404 page for an unknown language. The build renders it, so it must not depend on the configuration. */
export default function GlobalNotFound() {
  return (
    <html lang="en" className={familjen.variable}>
      <head>
        <MerchantColours />
      </head>
      <body className="font-sans">
        <main className="container-page pt-4">
          <a href="/">
            <Wordmark />
          </a>
          <EmptyState title={notFound.title} hint={notFound.text} picture="/illustrations/not-found.svg">
            <a href="/" className={buttonClass()}>
              {notFound.home}
            </a>
            {languages.slice(1).map((other) => (
              <a
                key={other}
                href={localPath(other, '/')}
                lang={other}
                hrefLang={other}
                className={buttonClass('secondary')}
              >
                {getShopTexts(other).language.switchTo}
              </a>
            ))}
          </EmptyState>
        </main>
      </body>
    </html>
  );
}

import type { Metadata } from 'next';
import { SandboxBanner } from '@/components/shop/sandbox-banner';
import { Wordmark } from '@/components/shop/wordmark';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import { config } from '@/lib/config';
import { getMessages } from '@/lib/i18n/get-messages';
import { localPath } from '@/lib/i18n/languages';
import { familjen } from './fonts';
import './globals.css';

const messages = getMessages('en');
const { notFound, language } = messages;

export const metadata: Metadata = { title: `${notFound.title} – Tallbacka`, icons: '/favicon.svg' };

/** For addresses outside every language. */
export default function GlobalNotFound() {
  return (
    <html lang="en" className={familjen.variable}>
      <body className="font-sans">
        {config().sandbox.enabled && <SandboxBanner messages={messages} />}
        <main className="container-page pt-4">
          <a href="/">
            <Wordmark />
          </a>
          <EmptyState title={notFound.title} hint={notFound.text} picture="/illustrations/not-found.svg">
            <a href="/" className={buttonClass()}>
              {notFound.home}
            </a>
            <a href={localPath('sv', '/')} lang="sv" hrefLang="sv" className={buttonClass('secondary')}>
              {language.switchTo}
            </a>
          </EmptyState>
        </main>
      </body>
    </html>
  );
}

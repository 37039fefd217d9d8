import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { Header } from '@/components/admin/header';
import { MerchantColours, themeColor } from '@/components/ui/merchant-colours';
import { RefreshOnReturn } from '@/components/ui/refresh-on-return';
import { SiteIcons } from '@/components/ui/site-icons';
import { config } from '@/lib/config';
import { merchant } from '@/lib/merchant';
import { familjen } from '../fonts';
import '../globals.css';
import { currentSession, currentVisitor, pageTexts } from './request';

// The layout only hides the menu from signed-out visitors. Each page and each action checks the session itself.

export const dynamic = 'force-dynamic';

export const viewport: Viewport = {
  themeColor,
};

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  return {
    title: { default: `${t.title} – ${merchant.name}`, template: `%s – ${t.title} – ${merchant.name}` },
    robots: { index: false, follow: false },
  };
}

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const [{ language, t }, session] = await Promise.all([pageTexts(), currentSession()]);
  const visitor = session ? null : await currentVisitor();
  return (
    <html lang={language} className={familjen.variable}>
      <head>
        <MerchantColours />
        <SiteIcons />
      </head>
      <body className="flex min-h-dvh flex-col font-sans">
        <a href="#content" className="skip-link">
          {t.skip}
        </a>
        {config().sandbox.enabled && (
          <aside aria-label={t.sandboxLabel} className="bg-pine-soft px-4 py-1.5 text-center text-sm print:hidden">
            {t.sandbox}{' '}
            <a href="/sandbox" className="font-medium whitespace-nowrap underline underline-offset-2">
              {t.sandboxLink}
            </a>
          </aside>
        )}
        <Header t={t} actor={session?.actor ?? null} isVisitor={visitor !== null} />
        <main id="content" className="container-page grow pt-6 pb-16">
          {children}
        </main>
        <RefreshOnReturn />
      </body>
    </html>
  );
}

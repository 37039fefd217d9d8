import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { SandboxBanner } from '@/components/shop/sandbox-banner';
import { MerchantColours, themeColor } from '@/components/ui/merchant-colours';
import { RefreshOnReturn } from '@/components/ui/refresh-on-return';
import { SiteIcons } from '@/components/ui/site-icons';
import { config } from '@/lib/config';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { merchant } from '@/lib/merchant';
import { familjen } from '../fonts';
import '../globals.css';
import { pageLanguage } from './page-language';

// This layout and those below contain nothing personal, so their pages can be cached.

/**
 * Empty, so that the build needs no database and no configuration: each page is rendered at its first request and is
 * static from then on (docs/decisions/pages-at-run-time.md).
 */
export function generateStaticParams() {
  return [];
}

export const viewport: Viewport = {
  themeColor,
};

export async function generateMetadata(): Promise<Metadata> {
  const { tagline, description } = merchant.wording[await pageLanguage()];
  const { ownUrl } = config();
  return {
    metadataBase: new URL(ownUrl),
    title: { default: `${merchant.name} – ${tagline}`, template: `%s – ${merchant.name}` },
    description,
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const language = await pageLanguage();
  const messages = getShopTexts(language);
  return (
    <html lang={language} className={familjen.variable} data-scroll-behavior="smooth">
      <head>
        <MerchantColours />
        <SiteIcons />
      </head>
      <body className="flex min-h-dvh flex-col font-sans">
        <a href="#content" className="skip-link">
          {messages.shop.skip}
        </a>
        {config().sandbox.enabled && <SandboxBanner messages={messages} />}
        {children}
        <RefreshOnReturn />
      </body>
    </html>
  );
}

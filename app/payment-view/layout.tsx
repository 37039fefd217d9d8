import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Wordmark } from '@/components/shop/wordmark';
import { MerchantColours } from '@/components/ui/merchant-colours';
import { merchant } from '@/lib/merchant';
import { familjen } from '../fonts';
import '../globals.css';

export const metadata: Metadata = {
  title: 'The SEQR payment view',
  description: 'Every layout, language and state of the payment view, and the script tag that puts it into a shop.',
};

export default function GalleryLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={familjen.variable}>
      <head>
        <MerchantColours />
      </head>
      <body className="min-h-dvh font-sans">
        <header className="border-b border-line">
          <div className="container-page flex max-w-360 flex-wrap items-center justify-between py-3">
            <Link href="/" prefetch={false} aria-label={`${merchant.name}, to the shop`}>
              <Wordmark />
            </Link>
            <a href="/sandbox" className="rounded-full px-3 py-2.5 hover:bg-sunken">
              SEQR sandbox
            </a>
          </div>
        </header>
        <main className="container-page max-w-360 py-10">{children}</main>
      </body>
    </html>
  );
}

import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { ToolHeader } from '@/components/shop/tool-header';
import { MerchantColours } from '@/components/ui/merchant-colours';
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
        <ToolHeader />
        <main className="container-page max-w-360 py-10">{children}</main>
      </body>
    </html>
  );
}

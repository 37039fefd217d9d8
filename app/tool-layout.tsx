import type { ReactNode } from 'react';
import { ToolHeader } from '@/components/shop/tool-header';
import { MerchantColours } from '@/components/ui/merchant-colours';
import { familjen } from './fonts';
import './globals.css';

/** The root layout of the pages for developers. */
export function ToolLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={familjen.variable}>
      <head>
        <MerchantColours />
      </head>
      <body className="min-h-dvh font-sans">
        <ToolHeader />
        <main className="container-page max-w-360 py-8 sm:py-10">{children}</main>
      </body>
    </html>
  );
}

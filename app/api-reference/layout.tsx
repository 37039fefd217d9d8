import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { ToolHeader } from '@/components/shop/tool-header';
import { MerchantColours } from '@/components/ui/merchant-colours';
import { familjen } from '../fonts';
import '../globals.css';

export const metadata: Metadata = {
  title: 'HTTP interface',
  description: 'Every address of the checkout, the payment status and the sandbox’s control API, with examples.',
};

export default function ApiReferenceLayout({ children }: { children: ReactNode }) {
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

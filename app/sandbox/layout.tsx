import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { SubmitOnce } from '@/components/sandbox/submit-once';
import { requestLanguage } from './request';
import './sandbox.css';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { default: 'SEQR sandbox', template: '%s · SEQR sandbox' },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f4f8f7' },
    { media: '(prefers-color-scheme: dark)', color: '#0d1614' },
  ],
};

export default async function SandboxLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await requestLanguage()}>
      <body className="bg-canvas font-sans text-ink antialiased">
        {children}
        <SubmitOnce />
      </body>
    </html>
  );
}

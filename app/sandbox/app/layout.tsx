import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Phone } from '@/components/sandbox/phone';
import { textsFor } from '@/components/sandbox/texts';
import { config } from '@/lib/config';
import { requestLanguage } from '../request';
import { PIN } from './wallet';

export const metadata: Metadata = {
  title: { absolute: 'SEQR sandbox wallet' },
  appleWebApp: { capable: true, title: 'SEQR sandbox', statusBarStyle: 'default' },
};

export default async function WalletLayout({ children }: { children: ReactNode }) {
  const { nearbyUrl, sandbox } = config();
  if (!sandbox.enabled) return children;
  return (
    <Phone texts={textsFor(await requestLanguage())} pin={PIN} walletUrl={`${nearbyUrl}/sandbox/app`}>
      {children}
    </Phone>
  );
}

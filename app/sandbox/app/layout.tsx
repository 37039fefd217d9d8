import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Phone } from '@/components/sandbox/phone';
import { config } from '@/lib/config';
import { getPayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import { DEFAULT_PIN } from '@/lib/sandbox/payer-app/payer';
import { requestLanguage } from '../request';

export const metadata: Metadata = {
  title: { absolute: 'SEQR sandbox wallet' },
  appleWebApp: { capable: true, title: 'SEQR sandbox', statusBarStyle: 'default' },
};

export default async function WalletLayout({ children }: { children: ReactNode }) {
  const { nearbyUrl, sandbox } = config();
  if (!sandbox.enabled) return children;
  return (
    <Phone texts={getPayerAppTexts(await requestLanguage())} pin={DEFAULT_PIN} walletUrl={`${nearbyUrl}/sandbox/app`}>
      {children}
    </Phone>
  );
}

import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Phone } from '@/components/sandbox/phone';
import { textsFor } from '@/components/sandbox/texts';
import { config, lanAddress } from '@/lib/config';
import { requestLanguage } from '../request';
import { PIN } from './wallet';

export const metadata: Metadata = {
  title: { absolute: 'SEQR sandbox wallet' },
  appleWebApp: { capable: true, title: 'SEQR sandbox', statusBarStyle: 'default' },
};

export default async function WalletLayout({ children }: { children: ReactNode }) {
  const { publicUrl, port, sandbox } = config();
  if (!sandbox.enabled) return children;
  const address = publicUrl ?? `http://${lanAddress() ?? 'localhost'}:${port}`;
  return (
    <Phone texts={textsFor(await requestLanguage())} pin={PIN} walletUrl={`${address}/sandbox/app`}>
      {children}
    </Phone>
  );
}

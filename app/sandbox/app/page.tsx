import { redirect } from 'next/navigation';
import { parseCodePath } from '@/components/sandbox/invoice-code';
import { withSessionQuery } from '@/components/sandbox/session-query';
import { WalletHome } from '@/components/sandbox/wallet-home';
import { DEFAULT_PIN, getWallet } from '@/lib/sandbox/payer-app/payer';
import { lastValue, notFoundWithoutSandbox, type Query } from '../request';
import { canSwitchPayer, walletSession } from './session';

export default async function WalletPage({ searchParams }: { searchParams: Query }) {
  notFoundWithoutSandbox();
  const { language, payerId, sessionQuery } = await walletSession(searchParams);
  const code = lastValue((await searchParams).code);
  const path = code === undefined ? null : parseCodePath(code);
  if (path) redirect(withSessionQuery(path, sessionQuery));
  return (
    <div lang={language} className="contents">
      <WalletHome
        wallet={await getWallet(payerId)}
        language={language}
        sessionQuery={sessionQuery}
        pin={DEFAULT_PIN}
        wrongCode={code?.slice(0, 200)}
        canSwitch={canSwitchPayer()}
      />
    </div>
  );
}

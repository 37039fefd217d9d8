import { redirect } from 'next/navigation';
import { withCarried } from '@/components/sandbox/carried';
import { parseCodePath } from '@/components/sandbox/invoice-code';
import { WalletHome } from '@/components/sandbox/wallet-home';
import { DEFAULT_PIN, getWallet } from '@/lib/sandbox/payer-app/payer';
import { lastValue, notFoundWithoutSandbox, type Query } from '../request';
import { canSwitchPayer, walletSession } from './session';

export default async function WalletPage({ searchParams }: { searchParams: Query }) {
  notFoundWithoutSandbox();
  const { language, payerId, carried } = await walletSession(searchParams);
  const code = lastValue((await searchParams).code);
  const path = code === undefined ? null : parseCodePath(code);
  if (path) redirect(withCarried(path, carried));
  return (
    <div lang={language} className="contents">
      <WalletHome
        wallet={await getWallet(payerId)}
        language={language}
        carried={carried}
        pin={DEFAULT_PIN}
        wrongCode={code?.slice(0, 200)}
        canSwitch={canSwitchPayer()}
      />
    </div>
  );
}

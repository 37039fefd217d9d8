import { notFound } from 'next/navigation';
import { PayersList } from '@/components/sandbox/payers-list';
import { Screen } from '@/components/sandbox/screen';
import { textsFor } from '@/components/sandbox/texts';
import { withCarried } from '@/components/sandbox/view';
import { listNewestPayers } from '@/lib/sandbox/payer';
import { type Query, requireSandbox } from '../../request';
import { canSwitchPayer, walletSession } from '../session';
import { getWallet } from '../wallet';

const SHOWN = 30;

export default async function PayersPage({ searchParams }: { searchParams: Query }) {
  requireSandbox();
  if (!canSwitchPayer()) notFound();
  const { language, payerId, carried } = await walletSession(searchParams);
  const texts = textsFor(language);
  const wallet = await getWallet(payerId);
  return (
    <div lang={language} className="contents">
      <Screen texts={texts} back={withCarried('/sandbox/app', carried)}>
        <PayersList payers={await listNewestPayers(SHOWN)} current={wallet.payerId} texts={texts} />
      </Screen>
    </div>
  );
}

import { notFound } from 'next/navigation';
import { PayersList } from '@/components/sandbox/payers-list';
import { Screen } from '@/components/sandbox/screen';
import { withSessionQuery } from '@/components/sandbox/session-query';
import { getPayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import { getWallet, listNewestPayers } from '@/lib/sandbox/payer-app/payer';
import { notFoundWithoutSandbox, type Query } from '../../request';
import { canSwitchPayer, walletSession } from '../session';

const SHOWN = 30;

export default async function PayersPage({ searchParams }: { searchParams: Query }) {
  notFoundWithoutSandbox();
  if (!canSwitchPayer()) notFound();
  const { language, payerId, sessionQuery } = await walletSession(searchParams);
  const texts = getPayerAppTexts(language);
  const wallet = await getWallet(payerId);
  return (
    <div lang={language} className="contents">
      <Screen texts={texts} back={withSessionQuery('/sandbox/app', sessionQuery)}>
        <PayersList payers={await listNewestPayers(SHOWN)} current={wallet.id} texts={texts} />
      </Screen>
    </div>
  );
}

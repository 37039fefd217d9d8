import { CardsList } from '@/components/sandbox/cards-list';
import { TabScreen } from '@/components/sandbox/tab-screen';
import { getPayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import { getWallet } from '@/lib/sandbox/payer-app/payer';
import { notFoundWithoutSandbox, type Query } from '../../request';
import { walletSession } from '../session';

export default async function CardsPage({ searchParams }: { searchParams: Query }) {
  notFoundWithoutSandbox();
  const { language, payerId, sessionQuery } = await walletSession(searchParams);
  const texts = getPayerAppTexts(language);
  const wallet = await getWallet(payerId);
  return (
    <div lang={language} className="contents">
      <TabScreen texts={texts} tab="cards" title={texts.cardsTitle} sessionQuery={sessionQuery}>
        <CardsList cards={wallet.tokens} texts={texts} sessionQuery={sessionQuery} />
      </TabScreen>
    </div>
  );
}

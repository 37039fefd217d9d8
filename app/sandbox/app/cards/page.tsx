import { CardsList } from '@/components/sandbox/cards-list';
import { TabScreen } from '@/components/sandbox/tab-screen';
import { textsFor } from '@/components/sandbox/texts';
import { type Query, requireSandbox } from '../../request';
import { walletSession } from '../session';
import { getWallet } from '../wallet';

export default async function CardsPage({ searchParams }: { searchParams: Query }) {
  requireSandbox();
  const { language, payerId, carried } = await walletSession(searchParams);
  const texts = textsFor(language);
  const wallet = await getWallet(payerId);
  return (
    <div lang={language} className="contents">
      <TabScreen texts={texts} tab="cards" title={texts.cardsTitle} carried={carried}>
        <CardsList cards={wallet.cards} texts={texts} carried={carried} />
      </TabScreen>
    </div>
  );
}

import { HistoryList } from '@/components/sandbox/history-list';
import { TabScreen } from '@/components/sandbox/tab-screen';
import { textsFor } from '@/components/sandbox/texts';
import { type Query, requireSandbox } from '../../request';
import { walletSession } from '../session';
import { getWallet } from '../wallet';

export default async function ActivityPage({ searchParams }: { searchParams: Query }) {
  requireSandbox();
  const { language, payerId, carried } = await walletSession(searchParams);
  const texts = textsFor(language);
  const wallet = await getWallet(payerId);
  return (
    <div lang={language} className="contents">
      <TabScreen texts={texts} tab="activity" title={texts.tabs.activity} carried={carried}>
        <HistoryList rows={wallet.history} language={language} carried={carried} />
      </TabScreen>
    </div>
  );
}

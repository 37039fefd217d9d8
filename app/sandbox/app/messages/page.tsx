import { MessagesList } from '@/components/sandbox/messages-list';
import { TabScreen } from '@/components/sandbox/tab-screen';
import { textsFor } from '@/components/sandbox/texts';
import { type Query, requireSandbox } from '../../request';
import { walletSession } from '../session';
import { getWallet } from '../wallet';

export default async function MessagesPage({ searchParams }: { searchParams: Query }) {
  requireSandbox();
  const { language, payerId, carried } = await walletSession(searchParams);
  const texts = textsFor(language);
  const wallet = await getWallet(payerId);
  return (
    <div lang={language} className="contents">
      <TabScreen texts={texts} tab="messages" title={texts.tabs.messages} carried={carried}>
        <MessagesList messages={wallet.messages} language={language} />
      </TabScreen>
    </div>
  );
}

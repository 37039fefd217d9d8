import { MessagesList } from '@/components/sandbox/messages-list';
import { TabScreen } from '@/components/sandbox/tab-screen';
import { getPayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import { getWallet } from '@/lib/sandbox/payer-app/payer';
import { notFoundWithoutSandbox, type Query } from '../../request';
import { walletSession } from '../session';

export default async function MessagesPage({ searchParams }: { searchParams: Query }) {
  notFoundWithoutSandbox();
  const { language, payerId, sessionQuery } = await walletSession(searchParams);
  const texts = getPayerAppTexts(language);
  const wallet = await getWallet(payerId);
  return (
    <div lang={language} className="contents">
      <TabScreen texts={texts} tab="messages" title={texts.tabs.messages} sessionQuery={sessionQuery}>
        <MessagesList messages={wallet.messages} language={language} />
      </TabScreen>
    </div>
  );
}

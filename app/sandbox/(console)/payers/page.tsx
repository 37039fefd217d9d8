import type { Metadata } from 'next';
import { KeyForm } from '@/components/sandbox/console/key-form';
import { LivePage } from '@/components/sandbox/console/live-page';
import { Pager } from '@/components/sandbox/console/pager';
import { PayerList } from '@/components/sandbox/console/payer-list';
import { SearchForm } from '@/components/sandbox/console/search-form';
import { Card, PageHead } from '@/components/sandbox/console/shell';
import { now } from '@/lib/clock';
import { only, type Query, requireSandbox } from '../../request';
import { currentConsole } from '../console';

export const metadata: Metadata = { title: 'Payers' };

export default async function PayersPage({ searchParams }: { searchParams: Query }) {
  requireSandbox();
  const console = await currentConsole();
  if (!console) return <KeyForm wrong={false} />;
  const given = await searchParams;
  const query = { text: only(given.text)?.slice(0, 200), before: only(given.before) };
  const revision = await console.getRevision();
  const { lines, before } = await console.listPayers(query);
  return (
    <>
      <PageHead
        title="Payers"
        text="Holders of accounts in the test bank. Concurrent tests create their own payers with the control API."
      >
        <LivePage revision={revision} />
      </PageHead>
      <SearchForm label="Name or id" text={query.text} />
      <Card>
        <PayerList lines={lines} now={now()} />
      </Card>
      <Pager query={query} before={before} />
    </>
  );
}

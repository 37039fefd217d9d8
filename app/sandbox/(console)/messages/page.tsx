import type { Metadata } from 'next';
import { KeyForm } from '@/components/sandbox/console/key-form';
import { LivePage } from '@/components/sandbox/console/live-page';
import { MessageTable } from '@/components/sandbox/console/message-table';
import { Pager } from '@/components/sandbox/console/pager';
import { SearchForm } from '@/components/sandbox/console/search-form';
import { Card, PageHead } from '@/components/sandbox/console/shell';
import { now } from '@/lib/clock';
import { only, type Query, requireSandbox } from '../../request';
import { currentConsole } from '../console';

export const metadata: Metadata = { title: 'SOAP messages' };

export default async function MessagesPage({ searchParams }: { searchParams: Query }) {
  requireSandbox();
  const console = await currentConsole();
  if (!console) return <KeyForm wrong={false} />;
  const given = await searchParams;
  const query = {
    text: only(given.text)?.slice(0, 200),
    operation: only(given.operation),
    invoiceReference: only(given.invoiceReference),
    terminalId: only(given.terminalId),
    before: only(given.before),
  };
  const revision = await console.getRevision();
  const { lines, before } = await console.listMessages(query);
  return (
    <>
      <PageHead
        title="SOAP messages"
        text="Every request and answer, newest first. Passwords are masked before they are stored."
      >
        <LivePage revision={revision} />
      </PageHead>
      <SearchForm
        label="Anything in a request or an answer"
        text={query.text}
        choice={{ name: 'operation', all: 'Any operation', options: console.operationNames, chosen: query.operation }}
      />
      <Card>
        <MessageTable lines={lines} now={now()} />
      </Card>
      <Pager query={query} before={before} text={query.text && lines.length < 50 ? 'Search older messages' : 'Older'} />
    </>
  );
}

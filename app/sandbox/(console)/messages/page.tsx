import type { Metadata } from 'next';
import { FilterNote } from '@/components/sandbox/console/filter-note';
import { KeyForm } from '@/components/sandbox/console/key-form';
import { LivePage } from '@/components/sandbox/console/live-page';
import { MessageTable } from '@/components/sandbox/console/message-table';
import { Pager } from '@/components/sandbox/console/pager';
import { SearchForm } from '@/components/sandbox/console/search-form';
import { Card, PageHead } from '@/components/sandbox/console/shell';
import { now } from '@/lib/clock';
import { maxLengths } from '@/lib/input-limits';
import { PAGE } from '@/lib/sandbox/console/invoices';
import { lastValue, notFoundWithoutSandbox, type Query } from '../../request';
import { currentConsole } from '../console';

export const metadata: Metadata = { title: 'SOAP messages' };

export default async function MessagesPage({ searchParams }: { searchParams: Query }) {
  notFoundWithoutSandbox();
  const sandboxConsole = await currentConsole();
  if (!sandboxConsole) return <KeyForm wrong={false} />;
  const parameters = await searchParams;
  const filters = {
    invoiceReference: lastValue(parameters.invoiceReference)?.slice(0, maxLengths.consoleSearch),
    terminalId: lastValue(parameters.terminalId)?.slice(0, maxLengths.consoleSearch),
  };
  const query = {
    ...filters,
    text: lastValue(parameters.text)?.slice(0, maxLengths.consoleSearch),
    operation: lastValue(parameters.operation),
    before: lastValue(parameters.before),
  };
  const revision = await sandboxConsole.getRevision();
  const { lines, before } = await sandboxConsole.listMessages(query);
  // A text search stops after two seconds, so the page may have fewer lines although older messages match.
  const isPartial = query.text !== undefined && query.text !== '' && lines.length < PAGE;
  return (
    <>
      <PageHead
        title="SOAP messages"
        text="The latest requests and answers, newest first. Long ones are cut. Passwords are masked before they are stored."
      >
        <LivePage revision={revision} />
      </PageHead>
      <FilterNote filters={filters} path="/sandbox/messages" />
      <SearchForm
        filters={filters}
        label="Anything in a request or an answer"
        text={query.text}
        choice={{
          name: 'operation',
          all: 'Any operation',
          options: sandboxConsole.operationNames,
          chosen: query.operation,
        }}
      />
      <Card>
        <MessageTable lines={lines} now={now()} />
      </Card>
      <Pager query={query} before={before} text={isPartial ? 'Search older messages' : 'Older'} />
    </>
  );
}

import type { Metadata } from 'next';
import { KeyForm } from '@/components/sandbox/console/key-form';
import { LivePage } from '@/components/sandbox/console/live-page';
import { Pager } from '@/components/sandbox/console/pager';
import { PayerList } from '@/components/sandbox/console/payer-list';
import { SearchForm } from '@/components/sandbox/console/search-form';
import { Card, PageHead } from '@/components/sandbox/console/shell';
import { now } from '@/lib/clock';
import { maxLengths } from '@/lib/input-limits';
import { lastValue, notFoundWithoutSandbox, type Query } from '../../request';
import { currentConsole } from '../console';

export const metadata: Metadata = { title: 'Payers' };

export default async function PayersPage({ searchParams }: { searchParams: Query }) {
  notFoundWithoutSandbox();
  const sandboxConsole = await currentConsole();
  if (!sandboxConsole) return <KeyForm wrong={false} />;
  const parameters = await searchParams;
  const query = {
    text: lastValue(parameters.text)?.slice(0, maxLengths.consoleSearch),
    before: lastValue(parameters.before),
  };
  const revision = await sandboxConsole.getRevision();
  const { lines, before } = await sandboxConsole.listPayers(query);
  return (
    <>
      <PageHead
        title="Payers"
        text="People with money in the sandbox’s simulated bank. If your tests run in parallel, create a payer for each one with the control API."
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

import type { Metadata } from 'next';
import { InvoiceTable } from '@/components/sandbox/console/invoice-table';
import { KeyForm } from '@/components/sandbox/console/key-form';
import { LivePage } from '@/components/sandbox/console/live-page';
import { Pager } from '@/components/sandbox/console/pager';
import { SearchForm } from '@/components/sandbox/console/search-form';
import { Card, PageHead } from '@/components/sandbox/console/shell';
import { now } from '@/lib/clock';
import { maxLengths } from '@/lib/input-limits';
import { lastValue, notFoundWithoutSandbox, type Query } from '../../request';
import { currentConsole } from '../console';

export const metadata: Metadata = { title: 'Invoices' };

const STATUSES = ['ISSUED', 'PENDING_ISSUER_ACKNOWLEDGE', 'RESERVED', 'PAID', 'CANCELED', 'FAILED', 'EXPIRED'];

export default async function InvoicesPage({ searchParams }: { searchParams: Query }) {
  notFoundWithoutSandbox();
  const sandboxConsole = await currentConsole();
  if (!sandboxConsole) return <KeyForm wrong={false} />;
  const parameters = await searchParams;
  const query = {
    text: lastValue(parameters.text)?.slice(0, maxLengths.consoleSearch),
    status: lastValue(parameters.status),
    before: lastValue(parameters.before),
  };
  const revision = await sandboxConsole.getRevision();
  const { lines, before } = await sandboxConsole.listInvoices(query);
  return (
    <>
      <PageHead title="Invoices">
        <LivePage revision={revision} />
      </PageHead>
      <SearchForm
        label="Reference, order number or title"
        text={query.text}
        choice={{ name: 'status', all: 'Any status', options: STATUSES, chosen: query.status }}
      />
      <Card>
        <InvoiceTable lines={lines} now={now()} />
      </Card>
      <Pager query={query} before={before} />
    </>
  );
}

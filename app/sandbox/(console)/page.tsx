import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { Addresses } from '@/components/sandbox/console/addresses';
import { InvoiceTable } from '@/components/sandbox/console/invoice-table';
import { KeyForm } from '@/components/sandbox/console/key-form';
import { LivePage } from '@/components/sandbox/console/live-page';
import { MessageTable } from '@/components/sandbox/console/message-table';
import { Card, PageHead } from '@/components/sandbox/console/shell';
import { StatusBadge } from '@/components/sandbox/console/status-badge';
import { textLink } from '@/components/sandbox/console/styles';
import { now } from '@/lib/clock';
import { serverAddress } from '@/lib/server-address';
import { lastValue, notFoundWithoutSandbox, type Query } from '../request';
import { currentConsole } from './console';

export const metadata: Metadata = { title: { absolute: 'SEQR sandbox' } };

const SHOWN = 8;

export default async function OverviewPage({ searchParams }: { searchParams: Query }) {
  notFoundWithoutSandbox();
  const sandboxConsole = await currentConsole();
  if (!sandboxConsole) return <KeyForm wrong={lastValue((await searchParams).key) === 'wrong'} />;
  const revision = await sandboxConsole.getRevision();
  const [overview, invoices, messages] = await Promise.all([
    sandboxConsole.getOverview(),
    sandboxConsole.listInvoices({}),
    sandboxConsole.listMessages({}),
  ]);
  const time = now();
  return (
    <>
      <PageHead
        title="SEQR, as it was"
        text="A SEQR service to develop and test against: point a shop at the WSDL address, pay with the app, watch what happens. All money here is test money."
      >
        <LivePage revision={revision} />
      </PageHead>
      <div className="grid gap-6">
        <Addresses origin={serverAddress({ headers: await headers() })} {...overview} />
        <Card
          title="Latest invoices"
          more={
            <a href="/sandbox/invoices" className={textLink}>
              All
            </a>
          }
        >
          {overview.counts.length > 0 && (
            <ul className="flex flex-wrap gap-2 px-5 pb-3">
              {overview.counts.map(({ status, count }) => (
                <li key={status}>
                  <a href={`/sandbox/invoices?status=${status}`} className="text-sm tabular-nums">
                    <StatusBadge status={status} /> <span>{count}</span>
                  </a>
                </li>
              ))}
            </ul>
          )}
          <InvoiceTable lines={invoices.lines.slice(0, SHOWN)} now={time} />
        </Card>
        <Card
          title="Latest SOAP messages"
          more={
            <a href="/sandbox/messages" className={textLink}>
              {`All ${overview.messages}`}
            </a>
          }
        >
          <MessageTable lines={messages.lines.slice(0, SHOWN)} now={time} />
        </Card>
      </div>
    </>
  );
}

import type { Metadata } from 'next';
import { FilterNote } from '@/components/sandbox/console/filter-note';
import { KeyForm } from '@/components/sandbox/console/key-form';
import { LivePage } from '@/components/sandbox/console/live-page';
import { NotificationTable } from '@/components/sandbox/console/notification-table';
import { Pager } from '@/components/sandbox/console/pager';
import { Card, PageHead } from '@/components/sandbox/console/shell';
import { now } from '@/lib/clock';
import { maxLengths } from '@/lib/input-limits';
import { lastValue, notFoundWithoutSandbox, type Query } from '../../request';
import { currentConsole } from '../console';

export const metadata: Metadata = { title: 'Notifications' };

export default async function NotificationsPage({ searchParams }: { searchParams: Query }) {
  notFoundWithoutSandbox();
  const sandboxConsole = await currentConsole();
  if (!sandboxConsole) return <KeyForm wrong={false} />;
  const revision = await sandboxConsole.getRevision();
  const parameters = await searchParams;
  const filters = { invoiceReference: lastValue(parameters.invoiceReference)?.slice(0, maxLengths.consoleSearch) };
  const query = { ...filters, before: lastValue(parameters.before) };
  const { lines, before } = await sandboxConsole.listNotifications(query);
  return (
    <>
      <PageHead
        title="Notifications"
        text="POSTs to the merchants’ notificationUrl, with every attempt. They are retried with growing pauses until the answer is 2xx."
      >
        <LivePage revision={revision} />
      </PageHead>
      <FilterNote filters={filters} path="/sandbox/notifications" />
      <Card>
        <NotificationTable lines={lines} now={now()} />
      </Card>
      <Pager query={query} before={before} />
    </>
  );
}

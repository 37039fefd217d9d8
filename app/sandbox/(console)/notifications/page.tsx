import type { Metadata } from 'next';
import { KeyForm } from '@/components/sandbox/console/key-form';
import { LivePage } from '@/components/sandbox/console/live-page';
import { NotificationTable } from '@/components/sandbox/console/notification-table';
import { Pager } from '@/components/sandbox/console/pager';
import { Card, PageHead } from '@/components/sandbox/console/shell';
import { now } from '@/lib/clock';
import { only, type Query, requireSandbox } from '../../request';
import { currentConsole } from '../console';

export const metadata: Metadata = { title: 'Notifications' };

export default async function NotificationsPage({ searchParams }: { searchParams: Query }) {
  requireSandbox();
  const console = await currentConsole();
  if (!console) return <KeyForm wrong={false} />;
  const revision = await console.getRevision();
  const { lines, before } = await console.listNotifications({ before: only((await searchParams).before) });
  return (
    <>
      <PageHead
        title="Notifications"
        text="POSTs to the merchants’ notificationUrl, with every attempt. They are retried with growing pauses until the answer is 2xx."
      >
        <LivePage revision={revision} />
      </PageHead>
      <Card>
        <NotificationTable lines={lines} now={now()} />
      </Card>
      <Pager query={{}} before={before} />
    </>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { InvoiceControls } from '@/components/sandbox/console/invoice-controls';
import { InvoiceFacts } from '@/components/sandbox/console/invoice-facts';
import { InvoiceTimeline } from '@/components/sandbox/console/invoice-timeline';
import { KeyForm } from '@/components/sandbox/console/key-form';
import { LivePage } from '@/components/sandbox/console/live-page';
import { MessageTable } from '@/components/sandbox/console/message-table';
import { NotificationTable } from '@/components/sandbox/console/notification-table';
import { Pager } from '@/components/sandbox/console/pager';
import { ReceiptList } from '@/components/sandbox/console/receipt-list';
import { Card, PageHead } from '@/components/sandbox/console/shell';
import { StatusBadge } from '@/components/sandbox/console/status-badge';
import { QrCode } from '@/components/sandbox/qr-code';
import { now } from '@/lib/clock';
import { formatMoney } from '@/lib/money';
import { lastValue, notFoundWithoutSandbox, type Query } from '../../../request';
import { currentConsole } from '../../console';

type Props = { params: Promise<{ reference: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Invoice ${(await params).reference}` };
}

export default async function InvoicePage({ params, searchParams }: Props) {
  notFoundWithoutSandbox();
  const sandboxConsole = await currentConsole();
  if (!sandboxConsole) return <KeyForm wrong={false} />;
  const { reference } = await params;
  const revision = await sandboxConsole.getRevision();
  const invoice = await sandboxConsole.getInvoice(reference);
  if (!invoice) notFound();
  const filters = { invoiceReference: reference };
  const messages = await sandboxConsole.listMessages(filters);
  const notifications = await sandboxConsole.listNotifications(filters);
  return (
    <>
      <PageHead
        title={`Invoice ${reference}`}
        text={
          <>
            <StatusBadge status={invoice.status} />{' '}
            <span>{`${formatMoney(invoice.total, 'en')} to ${invoice.merchant}`}</span>
          </>
        }
      >
        <LivePage revision={revision} />
      </PageHead>
      <div className="grid gap-6 lg:grid-cols-[1fr_20rem]">
        <div className="grid content-start gap-6">
          {invoice.waitingReason && (
            <p className="rounded-xl bg-warn-tint px-4 py-3 text-warn" role="note">
              {invoice.waitingReason}
            </p>
          )}
          <Card title="Timeline">
            <InvoiceTimeline invoice={invoice} />
          </Card>
          <Card title="Receipts">
            <ReceiptList invoice={invoice} />
          </Card>
          <Card title="SOAP messages">
            <MessageTable lines={messages.lines} now={now()} />
            <Pager path="/sandbox/messages" query={filters} before={messages.before} text="Older messages" />
          </Card>
          <Card title="Notifications">
            <NotificationTable lines={notifications.lines} now={now()} />
            <Pager
              path="/sandbox/notifications"
              query={filters}
              before={notifications.before}
              text="Older notifications"
            />
          </Card>
          <Card title="What the merchant sent">
            <InvoiceFacts invoice={invoice} />
          </Card>
        </div>
        <div className="grid content-start gap-6">
          <Card title="Act as the payer">
            <InvoiceControls
              reference={reference}
              status={invoice.status}
              refusal={lastValue((await searchParams).refusal)}
            />
          </Card>
          <Card title="QR code">
            <div className="flex items-center gap-4 px-5 pb-5">
              <QrCode text={invoice.invoiceQRCode} label={invoice.invoiceQRCode} className="w-28 rounded-lg" />
              <a href={`/R${reference}`} className="break-all font-mono text-act text-sm hover:underline">
                {invoice.invoiceQRCode}
              </a>
            </div>
          </Card>
        </div>
      </div>
    </>
  );
}

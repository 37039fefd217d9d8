import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { InvoiceControls } from '@/components/sandbox/console/invoice-controls';
import { InvoiceFacts } from '@/components/sandbox/console/invoice-facts';
import { KeyForm } from '@/components/sandbox/console/key-form';
import { LifeLine } from '@/components/sandbox/console/life-line';
import { LivePage } from '@/components/sandbox/console/live-page';
import { MessageTable } from '@/components/sandbox/console/message-table';
import { NotificationTable } from '@/components/sandbox/console/notification-table';
import { ReceiptList } from '@/components/sandbox/console/receipt-list';
import { Card, PageHead } from '@/components/sandbox/console/shell';
import { StatusBadge } from '@/components/sandbox/console/status-badge';
import { QrCode } from '@/components/sandbox/qr-code';
import { now } from '@/lib/clock';
import { formatMoney } from '@/lib/money';
import { only, type Query, requireSandbox } from '../../../request';
import { currentConsole } from '../../console';

type Props = { params: Promise<{ reference: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Invoice ${(await params).reference}` };
}

export default async function InvoicePage({ params, searchParams }: Props) {
  requireSandbox();
  const console = await currentConsole();
  if (!console) return <KeyForm wrong={false} />;
  const { reference } = await params;
  const revision = await console.getRevision();
  const invoice = await console.getInvoice(reference);
  if (!invoice) notFound();
  const messages = await console.listMessages({ invoiceReference: reference });
  const notifications = await console.listNotifications({ invoiceReference: reference });
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
          {invoice.waiting && (
            <p className="rounded-xl bg-warn-tint px-4 py-3 text-warn" role="note">
              {invoice.waiting}
            </p>
          )}
          <Card title="Timeline">
            <LifeLine invoice={invoice} />
          </Card>
          <Card title="Receipts">
            <ReceiptList invoice={invoice} />
          </Card>
          <Card title="SOAP messages">
            <MessageTable lines={messages.lines} now={now()} />
          </Card>
          <Card title="Notifications">
            <NotificationTable lines={notifications.lines} now={now()} />
          </Card>
          <Card title="What the merchant sent">
            <InvoiceFacts invoice={invoice} />
          </Card>
        </div>
        <div className="grid content-start gap-6">
          <Card title="Act as the payer">
            <InvoiceControls reference={reference} status={invoice.status} said={only((await searchParams).said)} />
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

import type { ReactNode } from 'react';
import { formatMoney } from '@/lib/money';
import type { InvoiceDetails } from '@/lib/sandbox/console/invoices';
import { Time } from './time';

export function InvoiceFacts({ invoice }: { invoice: InvoiceDetails }) {
  const { time } = invoice;
  const facts: [string, ReactNode][] = [
    ['clientInvoiceId', invoice.clientInvoiceId],
    ['title', invoice.title],
    ['paymentMode', invoice.paymentMode],
    ['reserved amount', invoice.reserved && formatMoney(invoice.reserved, 'en')],
    ['acknowledgmentMode', invoice.acknowledgmentMode],
    ['version', invoice.version],
    ['ersReference', invoice.ersReference],
    ['cashierId', invoice.cashierId],
    ['footer', invoice.footer],
    ['backURL', invoice.backURL],
    ['notificationUrl', invoice.notificationUrl],
    ['expires', <Time key="expires" at={invoice.expiresAt} now={time} />],
    ['invoice clock', <Time key="clock" at={time} now={time} />],
    ['clock moved ahead by', invoice.clockOffset > 0 ? `${invoice.clockOffset} s` : null],
  ];
  return (
    <dl className="divide-y divide-line px-5 pb-3 text-sm">
      {facts
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name} className="flex flex-wrap justify-between gap-x-6 py-2">
            <dt className="text-soft">{name}</dt>
            <dd className="min-w-0 break-all font-mono">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

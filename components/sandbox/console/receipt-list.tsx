import type { InvoiceDetails } from '@/lib/sandbox/console/invoices';
import { receiptPath } from '../receipt-links';
import { textLink } from './styles';
import { Time } from './time';

export function ReceiptList({ invoice }: { invoice: InvoiceDetails }) {
  if (invoice.receipts.length === 0) return <p className="px-5 pb-5 text-soft">No receipts submitted.</p>;
  return (
    <ul className="divide-y divide-line px-5 pb-3 text-sm">
      {invoice.receipts.map((receipt) => (
        <li key={receipt.id} className="flex flex-wrap items-baseline justify-between gap-x-6 py-2">
          <a href={receiptPath(invoice.reference, receipt.id)} className={`break-all ${textLink}`}>
            {`${receipt.receiptType}, ${receipt.mimeType}`}
          </a>
          <span className="text-soft">
            <span>{`${receipt.bytes} bytes, `}</span>
            <Time at={receipt.at} now={invoice.time} />
          </span>
          <span className="w-full break-all text-soft">
            <span>{`for the ${receipt.kind === 'PAYMENT' ? 'payment' : 'refund'} `}</span>
            <span className="font-mono">{receipt.ersReference}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

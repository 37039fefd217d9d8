import { formatMoney } from '@/lib/money';
import type { InvoiceLine } from '@/lib/sandbox/console/invoices';
import { StatusBadge } from './status-badge';
import { Time } from './time';

export function InvoiceTable({ lines, now }: { lines: readonly InvoiceLine[]; now: Date }) {
  if (lines.length === 0) {
    return <p className="px-5 pt-2 pb-5 text-soft">No invoices here yet. A shop creates one with sendInvoice.</p>;
  }
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-left text-sm">
        <thead className="text-soft">
          <tr className="border-line border-b">
            <th className="py-2 pr-3 pl-5 font-medium">Invoice</th>
            <th className="hidden px-3 py-2 font-medium sm:table-cell">Sent</th>
            <th className="hidden px-3 py-2 font-medium md:table-cell">From</th>
            <th className="px-3 py-2 text-right font-medium">Amount</th>
            <th className="py-2 pr-5 pl-3 font-medium">Status</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {lines.map((line) => (
            <tr key={line.reference} className="hover:bg-paper">
              <td className="py-2.5 pr-3 pl-5">
                <a
                  href={`/sandbox/invoices/${line.reference}`}
                  className="font-mono text-act underline-offset-4 hover:underline"
                >
                  {line.reference}
                </a>
                <span className="block max-w-56 truncate text-soft text-xs">{line.clientInvoiceId ?? line.title}</span>
              </td>
              <td className="hidden px-3 py-2.5 sm:table-cell">
                <Time at={line.createdAt} now={now} />
              </td>
              <td className="hidden max-w-56 truncate px-3 py-2.5 md:table-cell">
                <span>{line.merchant}</span>
                <span className="block truncate text-soft text-xs">{line.terminalId}</span>
              </td>
              <td className="whitespace-nowrap px-3 py-2.5 text-right tabular-nums">
                <span>{formatMoney(line.total, 'en')}</span>
                {line.refunded && (
                  <span className="block text-soft text-xs">{`−${formatMoney(line.refunded, 'en')} refunded`}</span>
                )}
              </td>
              <td className="py-2.5 pr-5 pl-3">
                <StatusBadge status={line.status} /> <Remark line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Remark({ line }: { line: InvoiceLine }) {
  const remark =
    (line.confirming && 'confirming') ||
    (line.status === 'ISSUED' && line.scanned && 'scanned') ||
    (line.closedBy && `by ${line.closedBy.toLowerCase()}`);
  return remark ? <span className="whitespace-nowrap text-soft text-xs">{remark}</span> : null;
}

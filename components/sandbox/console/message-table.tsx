import type { MessageLine } from '@/lib/sandbox/console/messages';
import { ResultBadge } from './status-badge';
import { Time } from './time';

export function MessageTable({ lines, now }: { lines: readonly MessageLine[]; now: Date }) {
  if (lines.length === 0) {
    return <p className="px-5 pt-2 pb-5 text-soft">No SOAP messages here. Point a shop at the WSDL address.</p>;
  }
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-left text-sm">
        <thead className="text-soft">
          <tr className="border-line border-b">
            <th className="py-2 pr-3 pl-5 font-medium">Operation</th>
            <th className="px-3 py-2 font-medium">Result</th>
            <th className="hidden px-3 py-2 font-medium sm:table-cell">Invoice</th>
            <th className="hidden px-3 py-2 font-medium md:table-cell">Terminal</th>
            <th className="hidden px-3 py-2 text-right font-medium md:table-cell">Took</th>
            <th className="py-2 pr-5 pl-3 text-right font-medium">Time</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {lines.map((line) => (
            <tr key={line.id} className="hover:bg-paper">
              <td className="py-2 pr-3 pl-5">
                <a href={`/sandbox/messages/${line.id}`} className="text-act underline-offset-4 hover:underline">
                  {line.operation ?? 'no operation'}
                </a>
                {line.note && <span className="block max-w-72 truncate text-soft text-xs">{line.note}</span>}
              </td>
              <td className="px-3 py-2">
                <ResultBadge httpStatus={line.httpStatus} resultCode={line.resultCode} />
              </td>
              <td className="hidden px-3 py-2 font-mono sm:table-cell">
                {line.invoiceReference && (
                  <a
                    href={`/sandbox/invoices/${encodeURIComponent(line.invoiceReference)}`}
                    className="underline-offset-4 hover:underline"
                  >
                    {line.invoiceReference}
                  </a>
                )}
              </td>
              <td className="hidden max-w-48 truncate px-3 py-2 text-soft md:table-cell">{line.terminalId}</td>
              <td className="hidden whitespace-nowrap px-3 py-2 text-right text-soft tabular-nums md:table-cell">
                {`${line.milliseconds.toFixed(1)} ms`}
              </td>
              <td className="py-2 pr-5 pl-3 text-right text-soft">
                <Time at={line.at} now={now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import type { NotificationLine } from '@/lib/sandbox/console/notifications';
import { Time } from './time';

const LOOKS = {
  waiting: 'bg-warn-tint text-warn',
  delivered: 'bg-tint text-tint-ink',
  held: 'bg-warn-tint text-warn',
  failed: 'bg-bad-tint text-bad',
};

export function NotificationTable({ lines, now }: { lines: readonly NotificationLine[]; now: Date }) {
  if (lines.length === 0) {
    return (
      <p className="px-5 py-5 text-soft">
        No notifications. One is sent after a payment if the invoice has a notificationUrl.
      </p>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {lines.map((line) => (
        <li key={line.id} className="px-5 py-3 text-sm">
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className={`rounded-full px-2.5 py-0.5 font-semibold text-xs ${LOOKS[line.state]}`}>
              {line.state}
            </span>
            <a
              href={`/sandbox/invoices/${line.invoiceReference}`}
              className="font-mono text-act underline-offset-4 hover:underline"
            >
              {line.invoiceReference}
            </a>
            <span className="min-w-0 flex-1 truncate font-mono text-soft" title={line.url}>
              {line.url}
            </span>
            <Time at={line.createdAt} now={now} />
          </div>
          {line.tries.length > 0 && (
            <ol className="mt-1.5 flex flex-wrap gap-1.5">
              {line.tries.map((attempt) => (
                <li key={attempt.id} className="rounded-lg bg-paper px-2 py-0.5 text-soft text-xs tabular-nums">
                  {`${attempt.httpStatus ?? attempt.failure} · ${attempt.milliseconds} ms`}
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ul>
  );
}

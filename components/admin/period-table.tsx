import Link from 'next/link';
import { formatShortDateTime } from '@/lib/i18n/format-date';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import type { PeriodView } from '@/lib/reconciliation/view-period';
import { StateBadge } from './state-badge';

const wide = 'hidden md:table-cell';

interface Props {
  periods: readonly PeriodView[];
  language: Language;
  t: AdminTexts;
}

export function PeriodTable({ periods, language, t: { periods: m, reconciliation: words } }: Props) {
  return (
    <table className="mt-5 w-full text-left tabular-nums">
      <thead className="text-sm text-muted">
        <tr className="border-b border-control">
          <th className="py-2 pr-4 font-normal">{m.columns.when}</th>
          <th className={`py-2 pr-4 font-normal ${wide}`}>{m.columns.scope}</th>
          <th className="py-2 pr-4 font-normal">{m.columns.state}</th>
          <th className={`py-2 pr-4 text-right font-normal ${wide}`}>{m.columns.matched}</th>
          <th className="py-2 text-right font-normal">{m.columns.open}</th>
        </tr>
      </thead>
      <tbody>
        {periods.map((period) => (
          <tr key={period.id} className="relative border-b border-line align-top hover:bg-sunken">
            <td className="py-3 pr-4">
              <Link
                href={`/admin/periods/${period.id}`}
                prefetch={false}
                className="font-semibold after:absolute after:inset-0"
              >
                {formatShortDateTime(period.markedAt ?? period.createdAt, language)}
              </Link>
            </td>
            <td className={`py-3 pr-4 ${wide}`}>{words.scopes[period.scope]}</td>
            <td className="py-3 pr-4">
              <StateBadge state={period.state} label={words.states[period.state]} />
            </td>
            <td className={`py-3 pr-4 text-right whitespace-nowrap ${wide}`}>
              {`${period.matchedCount} · ${formatMoney(period.matched, language)}`}
            </td>
            <td className="py-3 text-right whitespace-nowrap">
              <span className={period.openCount > 0 ? 'font-semibold text-falu' : 'text-muted'}>
                {`${period.openCount} · ${formatMoney(period.open, language)}`}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import type { DaySales } from '@/lib/admin/get-overview';
import { formatWeekday } from '@/lib/i18n/format-date';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { FullLanguage } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';

const HEIGHT = 100;
const STEP = 10;

interface Props {
  days: readonly DaySales[];
  language: FullLanguage;
  t: AdminTexts;
}

/** Sales by day as a chart, and as a table for screen readers and exact figures. */
export function SalesChart({ days, language, t: { overview: m } }: Props) {
  const most = days.map(({ sales }) => sales).reduce((a, b) => (b.amount > a.amount ? b : a));
  return (
    <figure>
      <p aria-hidden="true" className="text-sm text-muted tabular-nums">
        {formatMoney(most, language)}
      </p>
      <svg
        viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="mt-1 h-40 w-full border-y border-line"
      >
        {days.map(({ day, sales, orders }, index) => {
          // A day with more refunds than sales has no bar.
          const height = (Math.max(0, sales.amount) / Math.max(1, most.amount)) * HEIGHT;
          return (
            <rect
              key={day}
              x={index * STEP + 1.5}
              y={HEIGHT - height}
              width={STEP - 3}
              height={height}
              className={index === days.length - 1 ? 'fill-pine' : 'fill-pine/55'}
            >
              <title>{`${day}: ${formatMoney(sales, language)} (${orders})`}</title>
            </rect>
          );
        })}
      </svg>
      <p aria-hidden="true" className="mt-1 flex text-[min(0.75rem,3.2vw)] text-muted">
        {days.map(({ day }) => (
          <span key={day} className="flex-1 text-center leading-tight">
            <span>{Number(day.slice(8))}</span>
            <span className="hidden sm:block">{formatWeekday(new Date(day), language)}</span>
          </span>
        ))}
      </p>
      <details className="mt-3 text-sm">
        <summary className="text-muted">{m.asTable}</summary>
        <table className="mt-2 w-full text-left tabular-nums">
          <thead>
            <tr className="text-muted">
              <th className="py-1 font-normal">{m.day}</th>
              <th className="py-1 text-right font-normal">{m.orders}</th>
              <th className="py-1 text-right font-normal">{m.sales}</th>
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map(({ day, sales, orders }) => (
              <tr key={day} className="border-t border-line">
                <th scope="row" className="py-1 font-normal">
                  {day}
                </th>
                <td className="py-1 text-right">{orders}</td>
                <td className="py-1 text-right">{formatMoney(sales, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

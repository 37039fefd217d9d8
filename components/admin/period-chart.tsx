import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import type { PeriodView } from '@/lib/reconciliation/view-period';

const HEIGHT = 100;
const STEP = 10;

interface Props {
  /** Compared periods only, newest first. */
  periods: readonly PeriodView[];
  language: Language;
  t: AdminTexts;
}

/** One column per period, oldest first: matched below, open above. The table next to it has the figures. */
export function PeriodChart({ periods, language, t: { periods: m } }: Props) {
  const columns = periods.toReversed();
  const heightOf = ({ matched, open }: PeriodView) => Math.abs(matched.amount) + Math.abs(open.amount);
  const most = Math.max(1, ...columns.map(heightOf));
  return (
    <figure aria-labelledby="chart">
      <svg
        viewBox={`0 0 ${Math.max(columns.length, 8) * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="h-36 w-full border-b border-line"
      >
        {columns.map((period, index) => {
          const matched = (Math.abs(period.matched.amount) / most) * HEIGHT;
          const open = (Math.abs(period.open.amount) / most) * HEIGHT;
          const x = index * STEP + 1.5;
          const words = `${m.chartMatched} ${formatMoney(period.matched, language)}, ${m.chartOpen} ${formatMoney(period.open, language)}`;
          return (
            <g key={period.id}>
              <title>{words}</title>
              <rect x={x} y={HEIGHT - matched} width={STEP - 3} height={matched} className="fill-pine" />
              <rect x={x} y={HEIGHT - matched - open} width={STEP - 3} height={open} className="fill-falu" />
            </g>
          );
        })}
      </svg>
      <figcaption className="mt-2 flex gap-4 text-sm text-muted">
        <Key className="bg-pine" label={m.chartMatched} />
        <Key className="bg-falu" label={m.chartOpen} />
      </figcaption>
    </figure>
  );
}

function Key({ className, label }: { className: string; label: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <span aria-hidden="true" className={`size-3 rounded-sm ${className}`} />
      <span>{label}</span>
    </span>
  );
}

import Link from 'next/link';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import type { LineView } from '@/lib/reconciliation/view-period';
import { textLink } from './styles';

interface Props {
  lines: readonly LineView[];
  language: Language;
  t: AdminTexts;
}

/** Rows of the comparison: both sides, why they may differ and what to do. */
export function PeriodLines({ lines, language, t: { periods: m, reconciliation: words } }: Props) {
  return (
    <ul className="mt-2 divide-y divide-line">
      {lines.map((line) => (
        <li key={line.position} className="py-3">
          <p className="flex flex-wrap justify-between gap-x-6 gap-y-1">
            <span className="font-semibold">{words.outcomes[line.outcome]}</span>
            <span className="flex gap-x-4 tabular-nums">
              <Side label={m.columns.atSeqr} amount={line.seqrAmount && formatMoney(line.seqrAmount, language)} />
              <Side label={m.columns.withUs} amount={line.shopAmount && formatMoney(line.shopAmount, language)} />
            </span>
          </p>
          <p className="text-sm break-all text-muted tabular-nums">
            <span>{line.ersReference ?? m.withoutReference}</span>
            {line.orderNumber && (
              <span>
                {' · '}
                <Link
                  href={`/admin/orders/${line.orderNumber.replace(/\D/g, '')}`}
                  prefetch={false}
                  className={textLink}
                >
                  {line.orderNumber}
                </Link>
              </span>
            )}
          </p>
          {line.explanation && (
            <p className="prose-measure mt-1">
              <span>{words.explanations[line.explanation].what}</span>{' '}
              <span className="text-muted">{`${m.todo} ${words.explanations[line.explanation].todo}`}</span>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Side({ label, amount }: { label: string; amount: string | null }) {
  return (
    <span>
      <span className="text-sm text-muted">{label}</span> <span>{amount ?? '–'}</span>
    </span>
  );
}

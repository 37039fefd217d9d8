import Link from 'next/link';
import type { Language } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import { reconciliationTexts } from '@/lib/reconciliation/texts/texts';
import type { LineView } from '@/lib/reconciliation/view-period';
import { textLink } from './styles';
import type { AdminTexts } from './texts/texts';

interface Props {
  lines: readonly LineView[];
  language: Language;
  t: AdminTexts;
}

/** Rows of the comparison: what each side says, why they may differ, and what to do about it. */
export function PeriodLines({ lines, language, t: { periods: m } }: Props) {
  const words = reconciliationTexts(language);
  return (
    <ul className="mt-2 divide-y divide-line">
      {lines.map((line) => (
        <li key={line.position} className="py-3">
          <p className="flex flex-wrap justify-between gap-x-6 gap-y-1">
            <span className="font-semibold">{words.outcomes[line.outcome]}</span>
            <span className="flex gap-x-4 tabular-nums">
              <Side label={m.columns.atSeqr} amount={line.atSeqr && formatMoney(line.atSeqr, language)} />
              <Side label={m.columns.withUs} amount={line.withUs && formatMoney(line.withUs, language)} />
            </span>
          </p>
          <p className="text-sm break-all text-muted tabular-nums">
            {line.ersReference ?? m.withoutReference}
            {line.orderNumber && (
              <>
                {' · '}
                <Link
                  href={`/admin/orders/${line.orderNumber.replace(/\D/g, '')}`}
                  prefetch={false}
                  className={textLink}
                >
                  {line.orderNumber}
                </Link>
              </>
            )}
          </p>
          {line.explanation && (
            <p className="prose-measure mt-1">
              {words.explanations[line.explanation].what}{' '}
              <span className="text-muted">
                {m.todo} {words.explanations[line.explanation].todo}
              </span>
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
      <span className="text-sm text-muted">{label}</span> {amount ?? '–'}
    </span>
  );
}

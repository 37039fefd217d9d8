import Link from 'next/link';
import { formatShortDateTime } from '@/lib/i18n/format-date';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { maxLengths } from '@/lib/input-limits';
import { formatMoney } from '@/lib/money';
import type { LineView } from '@/lib/reconciliation/view-period';
import { AdminForm } from './admin-form';
import { button, field, textLink } from './styles';

interface Props {
  lines: readonly LineView[];
  language: Language;
  t: AdminTexts;
  /** The closing whose differences can be settled here; absent for matched lines. */
  periodId?: string;
}

/** Rows of the comparison: both amounts, why they may differ and what to do. */
export function PeriodLines({ lines, language, t, periodId }: Props) {
  const { periods: m, reconciliation: words } = t;
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
          {line.settlement && (
            <p className="prose-measure mt-2 rounded-field bg-pine-soft px-3 py-2">
              <span className="block text-sm text-muted">
                {m.settle.settled(line.settlement.actor, formatShortDateTime(line.settlement.at, language))}
              </span>
              <span className="wrap-anywhere">{line.settlement.note}</span>
            </p>
          )}
          {periodId && !line.settlement && <Settle line={line} periodId={periodId} t={t} />}
        </li>
      ))}
    </ul>
  );
}

function Settle({ line, periodId, t }: { line: LineView; periodId: string; t: AdminTexts }) {
  const { settle: m } = t.periods;
  const id = `note-${line.position}`;
  return (
    <details className="mt-2 print:hidden">
      <summary className="py-1 text-sm">{m.submit}</summary>
      <AdminForm action={`/admin/periods/${periodId}/differences`} className="mt-2 max-w-xl space-y-2">
        <input type="hidden" name="difference" value={line.difference} />
        <label htmlFor={id} className="text-sm">
          {m.note}
        </label>
        <input
          id={id}
          name="note"
          required
          maxLength={maxLengths.settlementNote}
          aria-describedby={`${id}-hint`}
          className={field}
        />
        <p id={`${id}-hint`} className="text-sm text-muted">
          {m.hint}
        </p>
        <button type="submit" className={button('secondary')}>
          {m.submit}
        </button>
      </AdminForm>
    </details>
  );
}

function Side({ label, amount }: { label: string; amount: string | null }) {
  return (
    <span>
      <span className="text-sm text-muted">{label}</span> <span>{amount ?? '–'}</span>
    </span>
  );
}

import { panel } from '@/components/admin/styles';
import { formatShortDateTime } from '@/lib/i18n/format-date';
import { listPeriods } from '@/lib/reconciliation/view-period';
import { pageTexts } from './request';

const SHOWN = 10;

/** A demonstration's latest closings, as visitors see them: without amounts and orders, which include other visitors'. */
export async function VisitorPeriods() {
  const [{ language, t }, periods] = await Promise.all([pageTexts(), listPeriods(SHOWN)]);
  const m = t.visitor;
  return (
    <>
      <h1 className="text-heading">{t.periods.title}</h1>
      <p className="prose-measure mt-1 text-muted">{m.periods}</p>
      {periods.length === 0 && <p className="mt-6">{m.noPeriods}</p>}
      <ul className="mt-5 grid gap-3">
        {periods.map(({ id, createdAt, state, matchedCount, openCount }) => (
          <li key={id} className={panel}>
            <p className="font-semibold tabular-nums">{formatShortDateTime(createdAt, language)}</p>
            <p className="text-sm text-muted">
              {state === 'RECONCILED' ? m.compared(matchedCount, openCount) : t.reconciliation.states[state]}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

import type { Language } from '@/lib/i18n/languages';
import { reconciliationTexts, tellFailure } from '@/lib/reconciliation/texts/texts';
import type { PeriodView } from '@/lib/reconciliation/view-period';
import { button, field, panel } from './styles';
import type { AdminTexts } from './texts/texts';

interface Props {
  period: PeriodView;
  language: Language;
  t: AdminTexts;
}

/** What keeps a closing from its end, and what a person can do about it. Nothing for one that is compared. */
export function PeriodSteps({ period, language, t: { periods: m } }: Props) {
  const failure = period.failure && tellFailure(period.failure, reconciliationTexts(language));
  const action = `/admin/periods/${period.id}/settle`;
  const canRetry = period.state === 'REPORT_REFUSED' || (period.state === 'MARKED' && !period.isUnderWay);
  if (period.state === 'LOST') {
    return (
      <section aria-labelledby="lost" className={panel}>
        <h2 id="lost" className="text-lg">
          {m.lost.title}
        </h2>
        <p className="prose-measure mt-1">
          {failure} {m.lost.text}
        </p>
        <form action={action} method="post" className="mt-3 max-w-md">
          <label className="block text-sm">
            {m.lost.id}
            <input name="transactionPeriodId" inputMode="numeric" autoComplete="off" required className={field} />
          </label>
          <button type="submit" name="step" value="supply" className={button('primary', 'mt-3')}>
            {m.lost.supply}
          </button>
        </form>
        {period.isBlocking && (
          <form action={action} method="post" className="mt-3">
            <button type="submit" name="step" value="leave" className={button('danger')}>
              {m.lost.leave}
            </button>
          </form>
        )}
      </section>
    );
  }
  if (!failure && !period.isUnderWay && !canRetry) return null;
  return (
    <section aria-live="polite" className={panel}>
      <p>
        {failure} {period.isUnderWay && m.waits}
      </p>
      {canRetry && (
        <form action={action} method="post" className="mt-3">
          <button type="submit" name="step" value="retry" className={button()}>
            {m.retry}
          </button>
        </form>
      )}
    </section>
  );
}

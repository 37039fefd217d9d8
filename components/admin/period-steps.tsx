import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { formatFailure } from '@/lib/reconciliation/format-failure';
import type { PeriodView } from '@/lib/reconciliation/view-period';
import { AdminForm } from './admin-form';
import { button, field, panel } from './styles';

interface Props {
  period: PeriodView;
  t: AdminTexts;
}

/** Why a closing is not finished and what to do about it. Shows nothing once the period is compared. */
export function PeriodSteps({ period, t: { periods: m, reconciliation } }: Props) {
  const failure = period.failure && formatFailure(period.failure, reconciliation);
  const action = `/admin/periods/${period.id}/settle`;
  const canRetry = period.state === 'REPORT_REFUSED' || (period.state === 'MARKED' && !period.isInProgress);
  if (period.state === 'LOST') {
    return (
      <section aria-labelledby="lost" className={panel}>
        <h2 id="lost" className="text-lg">
          {m.lost.title}
        </h2>
        <p className="prose-measure mt-1">{[failure, m.lost.text].filter(Boolean).join(' ')}</p>
        <AdminForm action={action} className="mt-3 max-w-md">
          <label className="block text-sm">
            {m.lost.id}
            <input name="transactionPeriodId" inputMode="numeric" autoComplete="off" required className={field} />
          </label>
          <button type="submit" name="step" value="supply" className={button('primary', 'mt-3')}>
            {m.lost.supply}
          </button>
        </AdminForm>
        {period.isBlocking && (
          <AdminForm action={action} className="mt-3">
            <button type="submit" name="step" value="leave" className={button('danger')}>
              {m.lost.leave}
            </button>
          </AdminForm>
        )}
      </section>
    );
  }
  if (!failure && !period.isInProgress && !canRetry) return null;
  return (
    <section aria-live="polite" className={panel}>
      <p>{[failure, period.isInProgress && m.waits].filter(Boolean).join(' ')}</p>
      {canRetry && (
        <AdminForm action={action} className="mt-3">
          <button type="submit" name="step" value="retry" className={button()}>
            {m.retry}
          </button>
        </AdminForm>
      )}
    </section>
  );
}

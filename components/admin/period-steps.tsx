import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { formatFailure } from '@/lib/reconciliation/format-failure';
import type { PeriodView } from '@/lib/reconciliation/view-period';
import { AdminForm } from './admin-form';
import { button, field, panel, textLink } from './styles';

interface Props {
  period: PeriodView;
  /** True while a person corrects the period's id; the page then does not refresh. */
  isCorrecting: boolean;
  t: AdminTexts;
}

/** Why a closing is not finished and what to do about it. Shows nothing once the period is compared. */
export function PeriodSteps({ period, isCorrecting, t: { periods: m, reconciliation } }: Props) {
  const failure = period.failure && formatFailure(period.failure, reconciliation);
  const action = `/admin/periods/${period.id}/settle`;
  const canRetry = period.state === 'REPORT_REFUSED' || (period.state === 'MARKED' && !period.isInProgress);
  if (period.state === 'LOST') {
    return (
      <section aria-labelledby="lost" className={panel}>
        <h2 id="lost" className="text-lg">
          {m.lost.title}
        </h2>
        <p className="prose-measure mt-1">
          {[failure, m.lost.text, period.isBlocking && m.lost.blocks].filter(Boolean).join(' ')}
        </p>
        <IdForm action={action} label={m.lost.id} submit={m.lost.supply} kind="primary" />
        {period.canBeLeft && (
          <AdminForm action={action} className="mt-3">
            <button type="submit" name="step" value="leave" className={button('danger')}>
              {period.isBlocking ? m.lost.leave : m.lost.leaveWithoutId}
            </button>
          </AdminForm>
        )}
      </section>
    );
  }
  if (!failure && !period.isInProgress && !canRetry) return null;
  const reloads = period.isInProgress && !isCorrecting;
  const text = [failure, reloads && m.waits].filter(Boolean).join(' ');
  return (
    <section aria-live="polite" className={panel}>
      {text && <p>{text}</p>}
      {canRetry && (
        <AdminForm action={action} className="mt-3">
          <button type="submit" name="step" value="retry" className={button()}>
            {m.retry}
          </button>
        </AdminForm>
      )}
      {period.acceptsId && reloads && (
        // Not a Link: RefreshSoon’s replacement of the address would cancel its navigation.
        <a href={`/admin/periods/${period.id}?correct=on`} className={`mt-3 inline-block text-sm ${textLink}`}>
          {m.correctId.open}
        </a>
      )}
      {period.acceptsId && !reloads && (
        <>
          <p className="prose-measure mt-3">{m.correctId.hint}</p>
          <IdForm
            action={action}
            label={m.lost.id}
            id={period.transactionPeriodId}
            submit={m.correctId.submit}
            kind="secondary"
          />
        </>
      )}
    </section>
  );
}

interface IdFormProps {
  action: string;
  label: string;
  /** The current id. */
  id?: string | null;
  submit: string;
  kind: 'primary' | 'secondary';
}

function IdForm({ action, label, id, submit, kind }: IdFormProps) {
  return (
    <AdminForm action={action} className="mt-3 max-w-md">
      <label className="block text-sm">
        <span>{label}</span>
        <input
          name="transactionPeriodId"
          inputMode="numeric"
          autoComplete="off"
          required
          defaultValue={id ?? ''}
          className={field}
        />
      </label>
      <button type="submit" name="step" value="supply" className={button(kind, 'mt-3')}>
        {submit}
      </button>
    </AdminForm>
  );
}

import Link from 'next/link';
import type { IncidentView } from '@/lib/admin/view-incident';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { ersReferencePattern, maxLengths } from '@/lib/input-limits';
import { formatMoney, negate, subtract } from '@/lib/money';
import type { IncidentAction } from '@/lib/orders/incident-actions';
import { AdminForm } from './admin-form';
import { IncidentFacts } from './incident-facts';
import { button, field, panel } from './styles';

interface Props {
  incident: IncidentView;
  action: IncidentAction;
  filledIn: { readonly note: string; readonly ersReference: string };
  language: Language;
  t: AdminTexts;
}

export function IncidentConfirmation({ incident, action, filledIn, language, t }: Props) {
  const m = t.incidents;
  const { id, kind, order, shown } = incident;
  const path = `/admin/orders/${order.number}`;
  const asksReference = action === 'record' && kind !== 'contradicted' && incident.needsReference;
  const label = m.actions[kind === 'contradicted' && action === 'record' ? 'reverse' : action];
  return (
    <section aria-labelledby="confirm" className={`${panel} mt-5 max-w-2xl`}>
      <h1 id="confirm" className="text-heading">
        {`${label}: ${order.displayNumber}`}
      </h1>
      <p className="mt-2">{m.kinds[kind]}</p>
      <IncidentFacts incident={incident} language={language} t={t} />
      <p className="mt-4 font-semibold">{consequence(incident, action, language, t)}</p>
      <AdminForm action={`${path}/incidents/${id}/end`} className="mt-4 space-y-4">
        <input type="hidden" name="action" value={action} />
        <input type="hidden" name="shown" value={shown} />
        {asksReference && (
          <div>
            <label htmlFor="ersReference">{m.reference}</label>
            <input
              id="ersReference"
              name="ersReference"
              required
              inputMode="numeric"
              pattern={ersReferencePattern}
              defaultValue={filledIn.ersReference}
              aria-describedby="reference-hint"
              className={`${field} mt-1`}
            />
            <p id="reference-hint" className="mt-1 text-sm text-muted">
              {m.referenceHint}
            </p>
          </div>
        )}
        <div>
          <label htmlFor="note">{action === 'settle' ? m.noteNeeded : m.note}</label>
          <input
            id="note"
            name="note"
            required={action === 'settle'}
            maxLength={maxLengths.incidentNote}
            defaultValue={filledIn.note}
            className={`${field} mt-1`}
          />
        </div>
        <div className="flex flex-wrap gap-3">
          <button type="submit" className={button(action === 'close' ? 'danger' : 'primary')}>
            {label}
          </button>
          <Link href={path} prefetch={false} className={button('quiet')}>
            {m.back}
          </Link>
        </div>
      </AdminForm>
    </section>
  );
}

/** Describes what the button will do, with the amounts. */
function consequence(
  { kind, amount, invoiced, order }: IncidentView,
  action: IncidentAction,
  language: Language,
  { incidents: { consequences: m } }: AdminTexts,
): string {
  const paid = formatMoney(amount ?? invoiced, language);
  const isBooked = kind === 'excess' || kind === 'contradicted';
  switch (action) {
    case 'refund':
      return m.refund(paid);
    case 'close':
      return m.close;
    case 'settle':
      return isBooked ? m.settleBooked : m.settle;
    case 'record': {
      if (kind === 'contradicted') return m.reverse;
      const difference = subtract(amount ?? invoiced, order.total);
      const more = formatMoney(difference, language);
      const less = formatMoney(negate(difference), language);
      if (amount === null) {
        const rest = difference.amount > 0 ? [m.unseenMore(more)] : difference.amount < 0 ? [m.unseenLess(less)] : [];
        return [m.recordUnseen(paid), ...rest].join(' ');
      }
      if (difference.amount === 0) return m.record(paid);
      return difference.amount > 0 ? m.recordMore(paid, more) : m.recordLess(paid, less);
    }
  }
}

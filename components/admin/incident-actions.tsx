import Link from 'next/link';
import type { IncidentView } from '@/lib/admin/view-incident';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { toDecimal } from '@/lib/money';
import type { IncidentAction } from '@/lib/orders/incident-actions';
import { AdminForm } from './admin-form';
import { button } from './styles';

/** The actions that resolve an incident. Each links to its confirmation. */
export function IncidentActions({ incident, t: { incidents: m } }: { incident: IncidentView; t: AdminTexts }) {
  return (
    <div className="mt-3 flex flex-wrap gap-3">
      {incident.actions.map((action) => (
        <Link key={action} href={pathOf(incident, action)} prefetch={false} className={button('secondary')}>
          {`${m.actions[incident.kind === 'contradicted' && action === 'record' ? 'reverse' : action]}…`}
        </Link>
      ))}
      {incident.canAsk && (
        <AdminForm action={`/admin/orders/${incident.order.number}/incidents/${incident.id}/ask`}>
          <button type="submit" className={button('quiet')}>
            {m.ask}
          </button>
        </AdminForm>
      )}
    </div>
  );
}

/** The refund of an excess uses the ordinary refund form, prefilled. */
function pathOf({ id, kind, order, amount, refundFrom }: IncidentView, action: IncidentAction): string {
  const path = `/admin/orders/${order.number}`;
  if (kind !== 'excess' || action !== 'refund') return `${path}/incidents/${id}?action=${action}`;
  const sum = amount ? { mode: 'amount', amount: toDecimal(amount) } : {};
  return `${path}/refund?${new URLSearchParams({ ...(refundFrom && { payment: refundFrom }), ...sum, change: '1' })}`;
}

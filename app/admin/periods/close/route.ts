import { isScope } from '@/lib/reconciliation/period-states';
import { requestPeriod } from '@/lib/reconciliation/request-period';
import { adminPost } from '../../post';

export const dynamic = 'force-dynamic';

/** Requests a closing; the server's period worker carries it out. */
export const POST = adminPost(async ({ session, form }) => {
  const scope = form.get('scope') ?? '';
  if (!isScope(scope)) return null;
  const closing = await requestPeriod(scope, session.actor);
  const note = closing.ok ? (closing.isNew ? 'closing' : 'joined') : 'lost';
  return `/admin/periods/${closing.periodId}?note=${note}`;
});

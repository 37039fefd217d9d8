import { askAboutIncident } from '@/lib/admin/end-incident';
import { adminPost } from '../../../../../post';
import { type OrderParams, orderPath, parseNumber } from '../../../order';

export const dynamic = 'force-dynamic';

/** SEQR is asked now; what it says is on the order's page. */
export const POST = adminPost<OrderParams & { id: string }>(async ({ session, params }) => {
  const number = parseNumber(params);
  if (number === null) return null;
  const sync = await askAboutIncident(session, { number, id: params.id });
  return orderPath(number, sync ? `asked-${sync}` : 'incident-overtaken');
});

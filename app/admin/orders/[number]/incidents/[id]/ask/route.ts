import { askAboutIncident } from '@/lib/admin/end-incident';
import { adminPost } from '../../../../../post';
import { type OrderParams, orderPath, parseNumber } from '../../../order';

export const dynamic = 'force-dynamic';

/** Checks the held payment's status with SEQR now, then redirects to the order page with the result. */
export const POST = adminPost<OrderParams & { id: string }>(async ({ session, params }) => {
  const number = parseNumber(params);
  if (number === null) return null;
  const sync = await askAboutIncident(session, { number, id: params.id });
  return orderPath(number, sync ? `asked-${sync}` : 'incident-overtaken');
});

import { decideRefund } from '@/lib/admin/decide-refund';
import { isErsReference } from '@/lib/input-limits';
import { adminPost } from '../../../../post';
import { type OrderParams, orderPath, parseNumber } from '../../order';

export const dynamic = 'force-dynamic';

/** Records the actual result of an unclear refund. */
export const POST = adminPost<OrderParams & { id: string }>(async ({ session, params, form }) => {
  const number = parseNumber(params);
  const outcome = form.get('outcome');
  if (number === null || (outcome !== 'done' && outcome !== 'not-done')) return null;
  const typed = (form.get('ersReference') ?? '').trim();
  if (typed !== '' && !isErsReference(typed)) return orderPath(number, 'settle-failed');
  const verdict = outcome === 'done' ? { done: true as const, ersReference: typed || null } : { done: false as const };
  const settled = await decideRefund(session, { number, refundId: params.id }, verdict);
  return orderPath(number, settled ? 'settled' : 'settle-failed');
});

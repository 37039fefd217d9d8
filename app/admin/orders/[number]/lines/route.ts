import { changeOrder } from '@/lib/admin/order-actions';
import { adminPost } from '../../../post';
import { type OrderParams, orderPath, parseNumber } from '../order';

export const dynamic = 'force-dynamic';

/** Reduces quantities of an unpaid order. */
export const POST = adminPost<OrderParams>(async ({ session, params, form }) => {
  const number = parseNumber(params);
  const outcome = number && (await changeOrder(session, number, Object.fromEntries(form)));
  return number && outcome ? orderPath(number, `change-${outcome}`) : null;
});

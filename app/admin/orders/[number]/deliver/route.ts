import { markDelivered } from '@/lib/admin/order-actions';
import { adminPost } from '../../../post';
import { type OrderParams, orderPath, parseNumber } from '../order';

export const dynamic = 'force-dynamic';

/** Marks the order as shipped. */
export const POST = adminPost<OrderParams>(async ({ session, params }) => {
  const number = parseNumber(params);
  const outcome = number && (await markDelivered(session, number));
  return number && outcome ? orderPath(number, outcome) : null;
});

import { acceptOrder } from '@/lib/admin/accept-order';
import { adminPost } from '../../../post';
import { type OrderParams, orderPath, parseNumber } from '../order';

export const dynamic = 'force-dynamic';

/** Holds the goods of a large order by bank transfer. */
export const POST = adminPost<OrderParams>(async ({ session, params }) => {
  const number = parseNumber(params);
  const outcome = number && (await acceptOrder(session, number));
  return number && outcome ? orderPath(number, outcome) : null;
});

import { acceptOrder } from '@/lib/admin/order-actions';
import { adminPost } from '../../../post';
import { type OrderParams, orderPath, parseNumber } from '../order';

export const dynamic = 'force-dynamic';

/** Accepts a large bank-transfer order and reserves its stock. */
export const POST = adminPost<OrderParams>(async ({ session, params }) => {
  const number = parseNumber(params);
  const outcome = number && (await acceptOrder(session, number));
  return number && outcome ? orderPath(number, outcome) : null;
});

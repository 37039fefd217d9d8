import { markDelivered } from '@/lib/admin/mark-delivered';
import { adminPost } from '../../../post';
import { type OrderParams, orderPath, parseNumber } from '../order';

export const dynamic = 'force-dynamic';

/** The parcel has left. */
export const POST = adminPost<OrderParams>(async ({ session, params }) => {
  const number = parseNumber(params);
  const outcome = number && (await markDelivered(session, number));
  return number && outcome ? orderPath(number, outcome) : null;
});

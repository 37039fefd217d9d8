import { undoDelivery } from '@/lib/admin/undo-delivery';
import { adminPost } from '../../../../post';
import { type OrderParams, orderPath, parseNumber } from '../../order';

export const dynamic = 'force-dynamic';

/** Undoes “Mark as sent”, for example after a click on the wrong order. */
export const POST = adminPost<OrderParams>(async ({ session, params }) => {
  const number = parseNumber(params);
  const outcome = number && (await undoDelivery(session, number));
  return number && outcome ? orderPath(number, outcome) : null;
});

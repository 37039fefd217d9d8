import { cancelOrder } from '@/lib/admin/order-actions';
import { orderPost } from '../../../post';
import { type OrderParams, orderPath, parseNumber } from '../order';

export const dynamic = 'force-dynamic';

const notes = { closed: 'canceled', paid: 'was-paid', later: 'cancel-later', refused: 'refused' } as const;

/** Cancels an unpaid order. */
export const POST = orderPost<OrderParams>(async ({ session, params }) => {
  const number = parseNumber(params);
  const outcome = number && (await cancelOrder(session, number));
  return number && outcome ? orderPath(number, notes[outcome]) : null;
});

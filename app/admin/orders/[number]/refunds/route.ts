import { getOrderDetails } from '@/lib/admin/get-order-details';
import { refundOrder } from '@/lib/admin/refund-order';
import { orderPost } from '../../../post';
import { type OrderParams, orderPath, parseNumber } from '../order';

export const dynamic = 'force-dynamic';

/** Books a confirmed refund. Problems are shown on the form, which keeps the entered values. */
export const POST = orderPost<OrderParams>(async ({ session, params, form }) => {
  const number = parseNumber(params);
  const order = number && (await getOrderDetails(session, number));
  if (!order) return null;
  const result = await refundOrder(session, order, Object.fromEntries(form));
  if (result.ok) return orderPath(order.number, `refund-${result.state}`);
  const { key: _key, confirmed: _confirmed, ...filledIn } = Object.fromEntries(form);
  return `${orderPath(order.number)}/refund?${new URLSearchParams({ ...filledIn, problem: result.reason })}`;
});

import { markDelivered } from '@/lib/admin/order-actions';
import { config } from '@/lib/config';
import { parseShipment } from '@/lib/orders/shipment';
import { adminPost } from '../../../post';
import { type OrderParams, orderPath, parseNumber } from '../order';

export const dynamic = 'force-dynamic';

/** Marks the order as sent, with its carrier and tracking link. */
export const POST = adminPost<OrderParams>(async ({ session, params, form }) => {
  const number = parseNumber(params);
  if (number === null) return null;
  const parsed = parseShipment(Object.fromEntries(form));
  if (!parsed.ok) return orderPath(number, `shipment-${parsed.problem}`);
  const outcome = await markDelivered(session, number, parsed.shipment);
  if (outcome === null) return null;
  const isMailed = outcome === 'delivered' && config().smtpUrl !== undefined;
  return orderPath(number, isMailed ? 'delivered-mailed' : outcome);
});

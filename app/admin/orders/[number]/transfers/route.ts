import { getOrderDetails } from '@/lib/admin/get-order-details';
import { parseAmount } from '@/lib/admin/parse-amount';
import { receiveTransfer } from '@/lib/admin/receive-transfer';
import { maxLengths } from '@/lib/input-limits';
import { adminPost } from '../../../post';
import { type OrderParams, orderPath, parseNumber } from '../order';

export const dynamic = 'force-dynamic';

/** Books a received bank transfer. */
export const POST = adminPost<OrderParams>(async ({ session, params, form }) => {
  const number = parseNumber(params);
  const order = number && (await getOrderDetails(session, number));
  if (!order) return null;
  const amount = parseAmount(form.get('amount') ?? '', order.total.currency);
  if (!amount) return orderPath(order.number, 'transfer-amount');
  const note = (form.get('note') ?? '').replace(/\s+/g, ' ').trim().slice(0, maxLengths.transferNote);
  const outcome = await receiveTransfer(session, order.number, { key: form.get('key') ?? '', amount, note });
  if (outcome === null) return null;
  return orderPath(order.number, outcome === 'refused' ? 'refused' : `transfer-${outcome}`);
});

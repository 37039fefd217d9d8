import { mailReceiptAgain } from '@/lib/admin/order-actions';
import { adminPost } from '../../../post';
import { type OrderParams, orderPath, parseNumber } from '../order';

export const dynamic = 'force-dynamic';

/** Emails the receipt again. Without a mail server, the mail is only stored. */
export const POST = adminPost<OrderParams>(async ({ session, params }) => {
  const number = parseNumber(params);
  const outcome = number && (await mailReceiptAgain(session, number));
  return number && outcome ? orderPath(number, outcome) : null;
});

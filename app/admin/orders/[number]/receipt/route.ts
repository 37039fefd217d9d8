import { mailReceiptAgain } from '@/lib/admin/mail-receipt-again';
import { adminPost } from '../../../post';
import { type OrderParams, orderPath, parseNumber } from '../order';

export const dynamic = 'force-dynamic';

/** The receipt goes out by mail once more. */
export const POST = adminPost<OrderParams>(async ({ session, params }) => {
  const number = parseNumber(params);
  const outcome = number && (await mailReceiptAgain(session, number));
  return number && outcome ? orderPath(number, outcome) : null;
});

import { orUnavailable } from '@/app/or-unavailable';
import { tooOftenPage } from '@/app/too-often-page';
import { clientAddress } from '@/lib/http/client-address';
import { jsonResponse } from '@/lib/http/json-response';
import { consumePoint } from '@/lib/http/rate-limit';
import { isSameOrigin } from '@/lib/http/same-origin';
import { seeOther } from '@/lib/http/see-other';
import { getOrder } from '@/lib/orders/get-order';
import { nextPath, receiptPath } from '@/lib/orders/order-urls';
import { withdrawPayment } from '@/lib/payments/withdraw-payment';

export const dynamic = 'force-dynamic';

/** Cancels an unpaid order with a plain form; the next page shows the result. */
export const POST = orUnavailable(async (request: Request, { params }: { params: Promise<{ id: string }> }) => {
  if (!isSameOrigin(request)) return jsonResponse({ error: 'cross-origin' }, { status: 403 });
  const { id } = await params;
  const order = await getOrder(id);
  if (!order) return jsonResponse({ error: 'not-found', message: 'There is no such order.' }, { status: 404 });
  const { paymentMethod, language } = order;
  const wait = await consumePoint('checkout', clientAddress(request));
  if (wait > 0) return tooOftenPage(wait, nextPath(id, paymentMethod, language), language);
  const outcome = order.state === 'PENDING' ? await withdrawPayment(id, 'CANCELED', 'buyer') : 'closed';
  const page = outcome === 'paid' ? receiptPath(id, language) : nextPath(id, paymentMethod, language);
  const note = outcome === 'later' ? '?cancel=later' : '';
  return seeOther(page + note);
});

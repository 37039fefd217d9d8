import { orUnavailable } from '@/app/or-unavailable';
import { tooOftenPage } from '@/app/too-often-page';
import { clientAddress } from '@/lib/http/client-address';
import { jsonResponse } from '@/lib/http/json-response';
import { consumePoint, tooManyRequests } from '@/lib/http/rate-limit';
import { isSameOrigin } from '@/lib/http/same-origin';
import { seeOther } from '@/lib/http/see-other';
import { getOrder } from '@/lib/orders/get-order';
import { notePageOpen } from '@/lib/orders/order-changes';
import { payPath } from '@/lib/orders/order-urls';
import { readPaymentStatus } from '@/lib/payments/payment-status';
import { retryPayment } from '@/lib/payments/retry-payment';
import { shopAddresses } from '@/lib/payments/shop-addresses';

export const dynamic = 'force-dynamic';

// The payment's event stream is in pages/api/orders/[id]/payment/events.ts.

type Context = { params: Promise<{ id: string }> };

/** The payment's status for the payment view, from the database. It does not call SEQR; the watcher polls SEQR. */
export const GET = orUnavailable(async (request: Request, { params }: Context) => {
  const wait = await consumePoint('status', clientAddress(request));
  if (wait > 0) return tooManyRequests(wait, 'The status was requested too often. Try again later.');
  const { id } = await params;
  const status = await readPaymentStatus(id);
  if (!status) return jsonResponse({ error: 'not-found', message: 'There is no such payment.' }, { status: 404 });
  if (status.open) notePageOpen(id);
  return jsonResponse(status.answer, { headers: { 'Cache-Control': 'no-store' } });
});

/** Starts another payment attempt, for a plain form on the payment page. */
export const POST = orUnavailable(async (request: Request, { params }: Context) => {
  if (!isSameOrigin(request)) return jsonResponse({ error: 'cross-origin' }, { status: 403 });
  const { id } = await params;
  const order = await getOrder(id);
  if (!order) return jsonResponse({ error: 'not-found', message: 'There is no such order.' }, { status: 404 });
  const page = payPath(id, order.language);
  const wait = await consumePoint('checkout', clientAddress(request));
  if (wait > 0) return tooOftenPage(wait, page, order.language);
  await retryPayment(id, shopAddresses(request));
  return seeOther(page);
});

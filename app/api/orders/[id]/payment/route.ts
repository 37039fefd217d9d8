import { orUnavailable } from '@/app/or-unavailable';
import { waitPage } from '@/app/wait-page';
import { clientAddress } from '@/lib/client-address';
import { localPath } from '@/lib/i18n/languages';
import { getOrder } from '@/lib/orders/get-order';
import { notePageOpen } from '@/lib/payments/bus';
import { getPaymentStatus } from '@/lib/payments/payment-status';
import { retryPayment } from '@/lib/payments/retry-payment';
import { shopAddresses } from '@/lib/payments/shop-addresses';
import { spend, tooManyRequests } from '@/lib/rate-limit';
import { isSameOrigin } from '@/lib/same-origin';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ id: string }> };

/** The payment's status, for the payment view: it reads the database, and SEQR is asked by the watcher. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const wait = await spend('status', clientAddress(request));
  if (wait > 0) return tooManyRequests(wait, 'The status was asked for very often. Ask again later.');
  const { id } = await params;
  const status = await getPaymentStatus(id);
  if (!status) return Response.json({ error: 'not-found', message: 'There is no such payment.' }, { status: 404 });
  if (status.open) notePageOpen(id);
  return Response.json(status.answer, { headers: { 'Cache-Control': 'no-store' } });
}

/** Another attempt to pay, by a plain form of the payment page. */
export const POST = orUnavailable(async (request: Request, { params }: Context) => {
  if (!isSameOrigin(request)) return Response.json({ error: 'cross-origin' }, { status: 403 });
  const { id } = await params;
  const order = await getOrder(id);
  if (!order) return Response.json({ error: 'not-found', message: 'There is no such order.' }, { status: 404 });
  const page = localPath(order.language, `/orders/${id}/pay`);
  const wait = await spend('checkout', clientAddress(request));
  if (wait > 0) return waitPage(wait, page, order.language);
  await retryPayment(id, shopAddresses(request));
  return new Response(null, { status: 303, headers: { Location: page } });
});

import { orUnavailable } from '@/app/or-unavailable';
import { localPath } from '@/lib/i18n/languages';
import { getOrder } from '@/lib/orders/get-order';
import { withdrawPayment } from '@/lib/payments/withdraw-payment';
import { isSameOrigin } from '@/lib/same-origin';

export const dynamic = 'force-dynamic';

/** The buyer gives an unpaid order up, by a plain form; the page that follows tells what came of it. */
export const POST = orUnavailable(async (request: Request, { params }: { params: Promise<{ id: string }> }) => {
  if (!isSameOrigin(request)) return Response.json({ error: 'cross-origin' }, { status: 403 });
  const { id } = await params;
  const order = await getOrder(id);
  if (!order) return Response.json({ error: 'not-found', message: 'There is no such order.' }, { status: 404 });
  const outcome = order.state === 'PENDING' ? await withdrawPayment(id, 'CANCELED', 'buyer') : 'closed';
  const page = order.paymentMethod === 'seqr' && outcome !== 'paid' ? 'pay' : 'receipt';
  const note = outcome === 'later' ? '?cancel=later' : '';
  return new Response(null, {
    status: 303,
    headers: { Location: localPath(order.language, `/orders/${id}/${page}${note}`) },
  });
});

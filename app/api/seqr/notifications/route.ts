import { orUnavailable } from '@/app/or-unavailable';
import { handleNotification } from '@/lib/payments/notify';
import { readBody } from '@/lib/request-body';

export const dynamic = 'force-dynamic';

const BODY_LIMIT = 16 * 1024;

/**
 * SEQR's `notificationUrl`. What arrives is an unsigned hint: it is answered alike whether the invoice is ours or not,
 * and only makes the shop ask SEQR itself. SEQR repeats what it gets no 2xx for.
 */
export const POST = orUnavailable(async (request: Request) => {
  const body = await readBody(request, BODY_LIMIT);
  if (body === null) return new Response('Too large.\n', { status: 413 });
  const invoiceReference = new URLSearchParams(body).get('invoiceReference');
  const order = new URL(request.url).searchParams.get('order');
  if (invoiceReference && !(await handleNotification(invoiceReference, order))) {
    return new Response('SEQR cannot be asked now.\n', { status: 503 });
  }
  return new Response(null, { status: 204 });
});

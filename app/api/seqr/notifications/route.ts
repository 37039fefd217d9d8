import { orUnavailable } from '@/app/or-unavailable';
import { readBody } from '@/lib/http/request-body';
import { handleNotification } from '@/lib/payments/handle-notification';

export const dynamic = 'force-dynamic';

const BODY_LIMIT = 16 * 1024;

/**
 * SEQR's `notificationUrl`. A notification is unsigned, so it only makes the shop ask SEQR itself. An unknown invoice
 * is answered 204 like a known one. SEQR retries notifications that are not answered 2xx.
 */
export const POST = orUnavailable(async (request: Request) => {
  const body = await readBody(request, BODY_LIMIT);
  if (body === null) return new Response('Too large.\n', { status: 413 });
  const invoiceReference = new URLSearchParams(body).get('invoiceReference');
  const order = new URL(request.url).searchParams.get('order');
  if (invoiceReference && !(await handleNotification(invoiceReference, order))) {
    return new Response('The payment could not be checked. Please notify again.\n', { status: 503 });
  }
  return new Response(null, { status: 204 });
});

import type { NextApiRequest, NextApiResponse } from 'next';
import { orUnavailable } from '@/app/or-unavailable';
import { clientAddress } from '@/lib/http/client-address';
import { refuseStream, sendEvents } from '@/lib/http/event-stream';
import { sendResponse, toRequest } from '@/lib/http/node-http';
import { consumePoint, tooManyRequests } from '@/lib/http/rate-limit';
import { onChange } from '@/lib/orders/order-changes';
import { readPaymentStatus } from '@/lib/payments/payment-status';

/** The stream continues after the handler has returned. */
export const config = { api: { externalResolver: true, bodyParser: false } };

/**
 * Sends the payment's status now and at every change, as server-sent events, until the payment is settled. Why this one
 * route belongs to the Pages Router: docs/decisions/payment-events-in-pages.md.
 */
export default async function handler(request: NextApiRequest, response: NextApiResponse): Promise<void> {
  const id = String(request.query.id);
  const refusal =
    request.method === 'GET'
      ? ((await refuse(toRequest(request), id)) ?? refuseStream(clientAddress(request)))
      : wrongMethod();
  if (refusal) return sendResponse(refusal, response);
  sendEvents(
    response,
    clientAddress(request),
    (listener) => onChange(id, listener),
    async () => {
      const status = await readPaymentStatus(id);
      return status && { data: status.answer, last: !status.open };
    },
  );
}

const refuse = orUnavailable(async (request: Request, id: string): Promise<Response | null> => {
  const wait = await consumePoint('status', clientAddress(request));
  if (wait > 0) return tooManyRequests(wait, 'The status was requested too often. Try again later.');
  if (await readPaymentStatus(id)) return null;
  return Response.json({ error: 'not-found', message: 'There is no such payment.' }, { status: 404 });
});

function wrongMethod(): Response {
  return new Response(null, { status: 405, headers: { Allow: 'GET' } });
}

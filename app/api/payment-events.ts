import type { IncomingMessage, ServerResponse } from 'node:http';
import { clientAddress } from '@/lib/http/client-address';
import { refuseStream, sendEvents } from '@/lib/http/event-stream';
import { jsonResponse } from '@/lib/http/json-response';
import { sendResponse } from '@/lib/http/node-http';
import { consumePoint, tooManyRequests } from '@/lib/http/rate-limit';
import { onChange } from '@/lib/orders/order-changes';
import { readPaymentStatus } from '@/lib/payments/payment-status';
import { orUnavailable } from '../or-unavailable';

/** Sends the payment's status now and at every change, as server-sent events, until the payment is settled. */
export async function sendPaymentEvents(request: IncomingMessage, response: ServerResponse, id: string): Promise<void> {
  const refusal =
    request.method === 'GET' ? ((await refuse(request, id)) ?? refuseStream(clientAddress(request))) : wrongMethod();
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

/** For `serveFirst`. An id that would have to be decoded is left to Next. */
export function findPaymentEvents({ method }: Pick<IncomingMessage, 'method'>, path: string) {
  const id = method === 'GET' ? /^\/api\/orders\/([\w-]+)\/payment\/events$/.exec(path)?.[1] : undefined;
  if (id === undefined) return null;
  return (request: IncomingMessage, response: ServerResponse) => sendPaymentEvents(request, response, id);
}

const refuse = orUnavailable(async (request: IncomingMessage, id: string): Promise<Response | null> => {
  const wait = await consumePoint('status', clientAddress(request));
  if (wait > 0) return tooManyRequests(wait, 'The status was requested too often. Try again later.');
  if (await readPaymentStatus(id)) return null;
  return jsonResponse({ error: 'not-found', message: 'There is no such payment.' }, { status: 404 });
});

function wrongMethod(): Response {
  return new Response(null, { status: 405, headers: { Allow: 'GET' } });
}

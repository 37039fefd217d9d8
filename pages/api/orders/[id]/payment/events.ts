import type { NextApiRequest, NextApiResponse } from 'next';
import { clientAddress } from '@/lib/client-address';
import { sendEvents } from '@/lib/event-stream';
import { sendResponse } from '@/lib/node-http';
import { onChange } from '@/lib/payments/bus';
import { getPaymentStatus } from '@/lib/payments/payment-status';
import { spend, tooManyRequests } from '@/lib/rate-limit';

/** The stream goes on after the handler has returned. */
export const config = { api: { externalResolver: true, bodyParser: false } };

/**
 * The payment's status now and at every change, as server-sent events, until it is settled. Why this one route belongs
 * to the Pages Router: docs/decisions/payment-events-in-pages.md.
 */
export default async function handler(request: NextApiRequest, response: NextApiResponse): Promise<void> {
  const id = String(request.query.id);
  const refusal = request.method === 'GET' ? await refuse(request, id) : wrongMethod();
  if (refusal) return sendResponse(refusal, response);
  sendEvents(
    response,
    (listener) => onChange(id, listener),
    async () => {
      const status = await getPaymentStatus(id);
      return status && { data: status.answer, last: !status.open };
    },
  );
}

async function refuse(request: NextApiRequest, id: string): Promise<Response | null> {
  const wait = await spend('status', clientAddress(request));
  if (wait > 0) return tooManyRequests(wait, 'The status was asked for very often. Ask again later.');
  if (await getPaymentStatus(id)) return null;
  return Response.json({ error: 'not-found', message: 'There is no such payment.' }, { status: 404 });
}

function wrongMethod(): Response {
  return new Response(null, { status: 405, headers: { Allow: 'GET' } });
}

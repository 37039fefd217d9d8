import type { NextApiRequest, NextApiResponse } from 'next';
import { sendPaymentEvents } from '@/app/api/payment-events';

/** The stream continues after the handler has returned. */
export const config = { api: { externalResolver: true, bodyParser: false } };

/** Why this one route belongs to the Pages Router: docs/decisions/payment-events-in-pages.md. */
export default function handler(request: NextApiRequest, response: NextApiResponse): Promise<void> {
  return sendPaymentEvents(request, response, String(request.query.id));
}

import { clientAddress } from '@/lib/client-address';
import { eventStream } from '@/lib/event-stream';
import { onChange } from '@/lib/payments/bus';
import { getPaymentStatus } from '@/lib/payments/payment-status';
import { spend, tooManyRequests } from '@/lib/rate-limit';

export const dynamic = 'force-dynamic';

/** The payment's status now and at every change, as server-sent events, until it is settled. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const wait = await spend('status', clientAddress(request));
  if (wait > 0) return tooManyRequests(wait, 'The status was asked for very often. Ask again later.');
  const { id } = await params;
  if (!(await getPaymentStatus(id))) {
    return Response.json({ error: 'not-found', message: 'There is no such payment.' }, { status: 404 });
  }
  return eventStream(
    request,
    (listener) => onChange(id, listener),
    async () => {
      const status = await getPaymentStatus(id);
      return status && { data: status.answer, last: !status.open };
    },
  );
}

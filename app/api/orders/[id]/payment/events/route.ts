import { paymentEvents } from '@/lib/payments/payment-events';
import { getPaymentStatus } from '@/lib/payments/payment-status';

export const dynamic = 'force-dynamic';

/** The payment's status now and at every change, as server-sent events, until it is settled. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  if (!(await getPaymentStatus(id))) {
    return Response.json({ error: 'not-found', message: 'There is no such payment.' }, { status: 404 });
  }
  return new Response(paymentEvents(id, request.signal), {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}

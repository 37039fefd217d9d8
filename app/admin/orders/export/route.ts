import { exportOrders } from '@/lib/admin/export-orders';
import { parseOrderFilter } from '@/lib/admin/order-filter';
import { now } from '@/lib/clock';
import { swedishDay } from '@/lib/swedish-day';
import { currentSession } from '../../request';

export const dynamic = 'force-dynamic';

/** The orders that the list's address shows, all of them, as a CSV file. */
export async function GET(request: Request): Promise<Response> {
  const session = await currentSession();
  if (!session) return new Response('Sign in first.\n', { status: 401 });
  const filter = parseOrderFilter(Object.fromEntries(new URL(request.url).searchParams));
  const pieces = exportOrders(session, filter);
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: () => void pieces.return(undefined),
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="orders-${swedishDay(now())}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}

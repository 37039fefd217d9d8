import { orUnavailable } from '@/app/or-unavailable';
import { exportOrders, exportOrdersAsXlsx } from '@/lib/admin/export-orders';
import { parseOrderFilter } from '@/lib/admin/order-filter';
import { now } from '@/lib/clock';
import { swedishDay } from '@/lib/swedish-day';
import { fileResponse, streamText } from '../../file-response';
import { currentSession, pageTexts } from '../../request';

export const dynamic = 'force-dynamic';

/** Exports all orders that match the list's filter: CSV, or .xlsx with `?format=xlsx`. */
export const GET = orUnavailable(async (request: Request): Promise<Response> => {
  const session = await currentSession();
  if (!session) return new Response('Sign in to the back office to download this file.\n', { status: 401 });
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const filter = parseOrderFilter(query);
  const { language, t } = await pageTexts();
  const name = `orders-${swedishDay(now())}`;
  if (query.format === 'xlsx') {
    const content = await exportOrdersAsXlsx(session, filter, language);
    return content
      ? fileResponse(content, `${name}.xlsx`)
      : new Response(`${t.orders.tooManyForXlsx}\n`, { status: 413 });
  }
  return fileResponse(streamText(exportOrders(session, filter, language)), `${name}.csv`);
});

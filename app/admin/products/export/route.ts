import { orUnavailable } from '@/app/or-unavailable';
import { exportProducts, exportProductsAsXlsx } from '@/lib/admin/import/export-products';
import { now } from '@/lib/clock';
import { swedishDay } from '@/lib/swedish-day';
import { fileResponse, streamText } from '../../file-response';
import { currentSession, pageTexts } from '../../request';

export const dynamic = 'force-dynamic';

/** Exports all products in the form in which they can be imported: CSV, or .xlsx with `?format=xlsx`. */
export const GET = orUnavailable(async (request: Request): Promise<Response> => {
  const session = await currentSession();
  if (!session) return new Response('Sign in to the back office to download this file.\n', { status: 401 });
  const { language, t } = await pageTexts();
  const name = `products-${swedishDay(now())}`;
  if (new URL(request.url).searchParams.get('format') !== 'xlsx') {
    return fileResponse(streamText(exportProducts(session, language)), `${name}.csv`);
  }
  const content = await exportProductsAsXlsx(session);
  return content
    ? fileResponse(content, `${name}.xlsx`)
    : new Response(`${t.orders.tooManyForXlsx}\n`, { status: 413 });
});

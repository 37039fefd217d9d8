import { orUnavailable } from '@/app/or-unavailable';
import { contentDisposition } from '@/lib/content-disposition';
import { jsonResponse } from '@/lib/http/json-response';
import { isServedLanguage } from '@/lib/i18n/languages';
import { getOrder } from '@/lib/orders/get-order';
import { getReceiptPdf } from '@/lib/receipts/get-receipt-pdf';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ id: string }> };

/** The receipt as PDF, in the order's language or in `?language=`. Anyone with the order's id can read it. */
export const GET = orUnavailable(async (request: Request, { params }: Context) => {
  const { id } = await params;
  const wanted = new URL(request.url).searchParams.get('language') ?? '';
  const order = await getOrder(id);
  const receipt = order && (await getReceiptPdf(order, isServedLanguage(wanted) ? wanted : order.language));
  if (!receipt) {
    const message = 'There is no such order, or it has no receipt as PDF. A receipt can be printed from its page.';
    return jsonResponse({ error: 'not-found', message }, { status: 404, headers: { 'Cache-Control': 'no-store' } });
  }
  return new Response(new Uint8Array(receipt.content), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': contentDisposition('inline', receipt.filename),
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex, nofollow',
    },
  });
});

import { orUnavailable } from '@/app/or-unavailable';
import { contentDisposition } from '@/lib/content-disposition';
import { jsonResponse } from '@/lib/http/json-response';
import { isServedLanguage } from '@/lib/i18n/languages';
import { getCreditNotePdf } from '@/lib/receipts/get-credit-note-pdf';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ id: string; file: string }> };

/**
 * The credit note `CN-<number>.pdf`, in the order's language or in `?language=`. Anyone with the order's id can read it.
 */
export const GET = orUnavailable(async (request: Request, { params }: Context) => {
  const { id, file } = await params;
  const wanted = new URL(request.url).searchParams.get('language') ?? '';
  const language = isServedLanguage(wanted) ? wanted : undefined;
  const note = file.endsWith('.pdf') ? await getCreditNotePdf(id, file.slice(0, -'.pdf'.length), language) : null;
  if (!note) {
    const message =
      'There is no such order or credit note, or it cannot be drawn as PDF. The receipt page lists refunds.';
    return jsonResponse({ error: 'not-found', message }, { status: 404, headers: { 'Cache-Control': 'no-store' } });
  }
  return new Response(new Uint8Array(note.content), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': contentDisposition('inline', note.filename),
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex, nofollow',
    },
  });
});

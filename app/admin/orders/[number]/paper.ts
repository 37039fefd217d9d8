import type { Session } from '@/lib/admin/session';
import { contentDisposition } from '@/lib/content-disposition';
import { plainText } from '@/lib/http/plain-text';
import { currentSession, pageTexts } from '../../request';
import { type OrderParams, parseNumber } from './order';

type Paper = { readonly filename: string; readonly content: Buffer } | 'no-font' | null;

/** The response with a document of this order (packing slip, address label) as a PDF that the browser shows for printing. */
export async function paperResponse(
  params: Promise<OrderParams>,
  getPaper: (session: Session, number: number) => Promise<Paper>,
): Promise<Response> {
  const session = await currentSession();
  if (!session) return plainText('Sign in to the back office to print this document.', 401);
  const number = parseNumber(await params);
  const paper = number === null ? null : await getPaper(session, number);
  const { t } = await pageTexts();
  if (paper === null) return plainText(t.papers.none, 404);
  if (paper === 'no-font') return plainText(t.papers.noFont, 422);
  return new Response(new Uint8Array(paper.content), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': contentDisposition('inline', paper.filename),
      'Cache-Control': 'no-store',
    },
  });
}

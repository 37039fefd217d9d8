import type { Session } from '@/lib/admin/session';
import { contentDisposition } from '@/lib/content-disposition';
import { plainText } from '@/lib/http/plain-text';
import { currentSession, pageTexts } from '../../request';
import { type OrderParams, parseNumber } from './order';

type Paper = { readonly filename: string; readonly content: Buffer } | 'no-font' | null;

/** Answers with a paper of the order in the address as PDF, to print at once. */
export async function paperResponse(
  params: Promise<OrderParams>,
  getPaper: (session: Session, number: number) => Promise<Paper>,
): Promise<Response> {
  const session = await currentSession();
  if (!session) return plainText('Sign in to the back office to print this paper.', 401);
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

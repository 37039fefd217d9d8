import { getReport } from '@/lib/certification/watch-runs';
import { currentSession } from '../../../request';

export const dynamic = 'force-dynamic';

/** The report of a run that is over, as the page that it is. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const session = await currentSession();
  if (!session) return new Response('Sign in first.\n', { status: 401 });
  const html = getReport(session, (await params).id, 'html');
  if (html === null) return new Response('There is no such report.\n', { status: 404 });
  return new Response(html, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

import { orUnavailable } from '@/app/or-unavailable';
import { getReport } from '@/lib/certification/runs/watch-runs';
import { currentSession } from '../../../request';

export const dynamic = 'force-dynamic';

/** The HTML report of a finished run. */
export const GET = orUnavailable(
  async (_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> => {
    const session = await currentSession();
    if (!session) return new Response('Sign in to the back office to see this report.\n', { status: 401 });
    const html = getReport(session, (await params).id, 'html');
    if (html === null) return new Response('There is no such report.\n', { status: 404 });
    return new Response(html, {
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
    });
  },
);

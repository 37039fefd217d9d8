import { orUnavailable } from '@/app/or-unavailable';
import { getReport } from '@/lib/certification/runs/watch-runs';
import { contentDisposition } from '@/lib/content-disposition';
import { currentSession } from '../../../request';

export const dynamic = 'force-dynamic';

/** Downloads the report as JUnit XML. */
export const GET = orUnavailable(
  async (_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> => {
    const session = await currentSession();
    if (!session) return new Response('Sign in to the back office to download this file.\n', { status: 401 });
    const { id } = await params;
    const xml = getReport(session, id, 'junit');
    if (xml === null) return new Response('There is no such report.\n', { status: 404 });
    return new Response(xml, {
      headers: {
        'Content-Type': 'application/xml; charset=utf-8',
        'Content-Disposition': contentDisposition('attachment', `certification-${id}.xml`),
        'Cache-Control': 'no-store',
      },
    });
  },
);

import { getReport } from '@/lib/certification/watch-runs';
import { currentSession } from '../../../request';

export const dynamic = 'force-dynamic';

/** The report as JUnit XML, for download. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const session = await currentSession();
  if (!session) return new Response('Sign in first.\n', { status: 401 });
  const { id } = await params;
  const xml = getReport(session, id, 'junit');
  if (xml === null) return new Response('There is no such report.\n', { status: 404 });
  return new Response(xml, {
    headers: {
      'Content-Type': 'application/xml; charset=utf-8',
      'Content-Disposition': `attachment; filename="certification-${id}.xml"`,
      'Cache-Control': 'no-store',
    },
  });
}

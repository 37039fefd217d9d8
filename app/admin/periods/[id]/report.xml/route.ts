import { getReport } from '@/lib/reconciliation/view-period';
import { currentSession } from '../../../request';

export const dynamic = 'force-dynamic';

/** SEQR's report of a period as it came, to be kept. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  if (!(await currentSession())) return new Response('Sign in first.\n', { status: 401 });
  const report = await getReport((await params).id);
  if (!report) return new Response('There is no such report.\n', { status: 404 });
  return new Response(report.xml, {
    headers: {
      'Content-Type': 'application/xml; charset=utf-8',
      'Content-Disposition': `attachment; filename="${report.filename}"`,
      'Cache-Control': 'no-store',
    },
  });
}

import { orUnavailable } from '@/app/or-unavailable';
import { contentDisposition } from '@/lib/content-disposition';
import { getReport } from '@/lib/reconciliation/view-period';
import { currentSession } from '../../../request';

export const dynamic = 'force-dynamic';

/** Downloads SEQR's original report for a period. */
export const GET = orUnavailable(
  async (_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> => {
    if (!(await currentSession()))
      return new Response('Sign in to the back office to download this file.\n', { status: 401 });
    const report = await getReport((await params).id);
    if (!report) return new Response('There is no such report.\n', { status: 404 });
    return new Response(report.xml, {
      headers: {
        'Content-Type': 'application/xml; charset=utf-8',
        'Content-Disposition': contentDisposition('attachment', report.filename),
        'Cache-Control': 'no-store',
      },
    });
  },
);

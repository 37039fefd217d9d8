import { exportComparison } from '@/lib/reconciliation/export-comparison';
import { currentSession } from '../../../request';

export const dynamic = 'force-dynamic';

/** The comparison of a period with the books, every line of it, as CSV. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  if (!(await currentSession())) return new Response('Sign in first.\n', { status: 401 });
  const file = await exportComparison((await params).id);
  if (!file) return new Response('There is no such period.\n', { status: 404 });
  return new Response(file.csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file.filename}"`,
      'Cache-Control': 'no-store',
    },
  });
}

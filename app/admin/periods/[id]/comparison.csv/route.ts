import { exportComparison } from '@/lib/reconciliation/export-comparison';
import { fileResponse } from '../../../file-response';
import { currentSession, pageTexts } from '../../../request';

export const dynamic = 'force-dynamic';

/** The comparison of a period with the books, every line of it, as CSV. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  if (!(await currentSession())) return new Response('Sign in first.\n', { status: 401 });
  const { language } = await pageTexts();
  const file = await exportComparison((await params).id, language);
  if (!file) return new Response('There is no such period.\n', { status: 404 });
  return fileResponse(file.content, file.filename);
}

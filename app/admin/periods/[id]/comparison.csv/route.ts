import { orUnavailable } from '@/app/or-unavailable';
import { exportComparison } from '@/lib/reconciliation/export-comparison';
import { fileResponse } from '../../../file-response';
import { currentSession, pageTexts } from '../../../request';

export const dynamic = 'force-dynamic';

/** Exports all lines of a period's comparison as CSV. */
export const GET = orUnavailable(
  async (_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> => {
    if (!(await currentSession()))
      return new Response('Sign in to the back office to download this file.\n', { status: 401 });
    const { language } = await pageTexts();
    const file = await exportComparison((await params).id, language);
    if (!file) return new Response('There is no such period.\n', { status: 404 });
    return fileResponse(file.content, file.filename);
  },
);

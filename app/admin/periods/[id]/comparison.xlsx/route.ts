import { orUnavailable } from '@/app/or-unavailable';
import { exportComparisonAsXlsx } from '@/lib/reconciliation/export-comparison';
import { fileResponse } from '../../../file-response';
import { currentSession, pageTexts } from '../../../request';

export const dynamic = 'force-dynamic';

/** Exports all lines of a period's comparison as .xlsx. */
export const GET = orUnavailable(
  async (_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> => {
    if (!(await currentSession()))
      return new Response('Sign in to the back office to download this file.\n', { status: 401 });
    const { language, t } = await pageTexts();
    const file = await exportComparisonAsXlsx((await params).id, language);
    return file ? fileResponse(file.content, file.filename) : new Response(`${t.periods.noXlsx}\n`, { status: 404 });
  },
);

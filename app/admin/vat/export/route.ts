import { exportVatReport } from '@/lib/admin/export-vat-report';
import { parseReportPeriod } from '@/lib/admin/get-vat-report';
import { now } from '@/lib/clock';
import { swedishDay } from '@/lib/swedish-day';
import { orUnavailable } from '../../../or-unavailable';
import { fileResponse } from '../../file-response';
import { currentSession, pageTexts } from '../../request';

export const dynamic = 'force-dynamic';

/** The VAT report of `?from=` and `?to=` as CSV. */
export const GET = orUnavailable(async (request: Request): Promise<Response> => {
  const session = await currentSession();
  if (!session) return new Response('Sign in to the back office to download this file.\n', { status: 401 });
  const period = parseReportPeriod(Object.fromEntries(new URL(request.url).searchParams), swedishDay(now()));
  if (!period)
    return new Response('Give `from` and `to` as days, such as 2026-11-01, at most a year apart.\n', { status: 400 });
  const content = await exportVatReport(session, period, (await pageTexts()).language);
  return fileResponse(content, `vat-${period.from}-${period.to}.csv`);
});

import { orUnavailable } from '@/app/or-unavailable';
import { parseAuditFilter } from '@/lib/admin/audit-filter';
import { exportAudit } from '@/lib/admin/export-audit';
import { now } from '@/lib/clock';
import { swedishDay } from '@/lib/swedish-day';
import { fileResponse, streamText } from '../../file-response';
import { currentSession, pageTexts } from '../../request';

export const dynamic = 'force-dynamic';

/** Exports all changes that match the list's filter as CSV. */
export const GET = orUnavailable(async (request: Request): Promise<Response> => {
  const session = await currentSession();
  if (!session) return new Response('Sign in to the back office to download this file.\n', { status: 401 });
  const filter = parseAuditFilter(Object.fromEntries(new URL(request.url).searchParams));
  const { language } = await pageTexts();
  return fileResponse(streamText(exportAudit(session, filter, language)), `changes-${swedishDay(now())}.csv`);
});

import { cookies } from 'next/headers';
import { orUnavailable } from '@/app/or-unavailable';
import { SESSION_COOKIE, verifySession } from '@/lib/admin/session';
import { getRevision, onRunChange } from '@/lib/certification/runs/watch-runs';
import { eventStream } from '@/lib/http/event-stream';

export const dynamic = 'force-dynamic';

/** Server-sent events with a new revision at each change of the run in progress, until it or the session ends. */
export const GET = orUnavailable(async (request: Request): Promise<Response> => {
  const cookie = (await cookies()).get(SESSION_COOKIE)?.value;
  if (!(await verifySession(cookie))) return new Response('Sign in to the back office first.\n', { status: 401 });
  return eventStream(request, onRunChange, async () => {
    if (!(await verifySession(cookie))) return null;
    const revision = getRevision();
    return { data: revision, last: revision === 'none' };
  });
});

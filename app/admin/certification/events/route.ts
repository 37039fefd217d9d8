import { getRevision, onRunChange } from '@/lib/certification/runs/watch-runs';
import { eventStream } from '@/lib/http/event-stream';
import { currentSession } from '../../request';

export const dynamic = 'force-dynamic';

/** Server-sent events with a new revision at each change of the run in progress, until it ends. */
export async function GET(request: Request): Promise<Response> {
  if (!(await currentSession())) return new Response('Sign in to the back office first.\n', { status: 401 });
  return eventStream(request, onRunChange, async () => {
    const revision = getRevision();
    return { data: revision, last: revision === 'none' };
  });
}

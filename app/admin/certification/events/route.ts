import { getChangeWord, onRunChange } from '@/lib/certification/watch-runs';
import { eventStream } from '@/lib/event-stream';
import { currentSession } from '../../request';

export const dynamic = 'force-dynamic';

/** A word at each change of the run that is being made, as server-sent events, until it is over. */
export async function GET(request: Request): Promise<Response> {
  if (!(await currentSession())) return new Response('Sign in first.\n', { status: 401 });
  return eventStream(request, onRunChange, async () => {
    const word = getChangeWord();
    return { data: word, last: word === 'none' };
  });
}

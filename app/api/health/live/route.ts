import { jsonResponse } from '@/lib/http/json-response';
import { isStopping } from '@/lib/server-phase';

export const dynamic = 'force-dynamic';

/** Liveness: 200 as long as the process serves requests, even if the database or SEQR is down; 503 once it is stopping. */
export function GET(): Response {
  return isStopping() ? jsonResponse({ status: 'stopping' }, { status: 503 }) : jsonResponse({ status: 'ok' });
}

import { checkHealth } from '@/lib/health/check-health';
import { jsonResponse } from '@/lib/http/json-response';

export const dynamic = 'force-dynamic';

/** Readiness: 200 if the databases accept writes and SEQR responds, otherwise 503 with the failed parts. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return jsonResponse(health, { status: health.status === 'ok' ? 200 : 503 });
}

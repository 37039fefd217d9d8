import { orUnavailable } from '@/app/or-unavailable';
import { pausePolling } from '@/lib/test-api/move-time';
import { readJson, testRoute } from '@/lib/test-api/test-route';
import { pause } from '@/lib/test-api/values';

export const dynamic = 'force-dynamic';

/** Stops the shop from polling an order's payment for up to a minute. */
export const POST = orUnavailable(
  testRoute<{ id: string }>(async (request, { id }) => pausePolling(id, (await readJson(request, pause)).seconds)),
);

import { orUnavailable } from '@/app/or-unavailable';
import { expireSession } from '@/lib/test-api/move-time';
import { readJson, testRoute } from '@/lib/test-api/test-route';
import { session } from '@/lib/test-api/values';

export const dynamic = 'force-dynamic';

/** Makes a session of the back office expire now. */
export const POST = orUnavailable(
  testRoute(async (request) => expireSession((await readJson(request, session)).cookie)),
);

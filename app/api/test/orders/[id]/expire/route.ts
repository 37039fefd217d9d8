import { orUnavailable } from '@/app/or-unavailable';
import { expireOrder } from '@/lib/test-api/move-time';
import { testRoute } from '@/lib/test-api/test-route';

export const dynamic = 'force-dynamic';

/** Makes an unpaid order expire now. */
export const POST = orUnavailable(testRoute<{ id: string }>((_request, { id }) => expireOrder(id)));

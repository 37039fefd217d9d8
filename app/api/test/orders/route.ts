import { orUnavailable } from '@/app/or-unavailable';
import { findOrders } from '@/lib/test-api/read-order';
import { readQuery, testRoute } from '@/lib/test-api/test-route';
import { orderQuery } from '@/lib/test-api/values';

export const dynamic = 'force-dynamic';

/** Finds orders by checkout key or by the buyer's name. */
export const GET = orUnavailable(
  testRoute(async (request) => ({ orders: await findOrders(readQuery(request, orderQuery)) })),
);

import { orUnavailable } from '@/app/or-unavailable';
import { expireOrdersOf } from '@/lib/test-api/move-time';
import { readJson, testRoute } from '@/lib/test-api/test-route';
import { ownNamespace } from '@/lib/test-api/values';

export const dynamic = 'force-dynamic';

/** Makes the unpaid orders with a product of the caller's namespace expire now. */
export const POST = orUnavailable(
  testRoute<{ slug: string }>(async (request, { slug }) =>
    expireOrdersOf(slug, (await readJson(request, ownNamespace)).namespace),
  ),
);

import { orUnavailable } from '@/app/or-unavailable';
import { readOrder } from '@/lib/test-api/read-order';
import { testRoute } from '@/lib/test-api/test-route';

export const dynamic = 'force-dynamic';

/** An order with its lines, payments, history, refunds, mails and unfinished tasks. */
export const GET = orUnavailable(testRoute<{ id: string }>((_request, { id }) => readOrder(id)));

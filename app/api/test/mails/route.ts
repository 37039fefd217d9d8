import { orUnavailable } from '@/app/or-unavailable';
import { findMails } from '@/lib/test-api/read-order';
import { readQuery, testRoute } from '@/lib/test-api/test-route';
import { mailQuery } from '@/lib/test-api/values';

export const dynamic = 'force-dynamic';

/** Finds mails by order or by address. */
export const GET = orUnavailable(
  testRoute(async (request) => ({ mails: await findMails(readQuery(request, mailQuery)) })),
);

import { whenAsked, whenOn } from '@/lib/sandbox/gate';
import { answerPreflight, streamStatus } from '@/lib/sandbox/public-status';
import { theSandbox } from '@/lib/sandbox/the-sandbox';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ invoiceReference: string }> };

export const GET = whenAsked(async (request: Request, { params }: Context) =>
  streamStatus(await theSandbox(), request, (await params).invoiceReference),
);

export const OPTIONS = whenOn(async () => answerPreflight());

import { whenAsked, whenOn } from '@/lib/sandbox/gate';
import { answerPreflight, answerStatus } from '@/lib/sandbox/public-status';
import { theSandbox } from '@/lib/sandbox/the-sandbox';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ invoiceReference: string }> };

export const GET = whenAsked(async (_request: Request, { params }: Context) =>
  answerStatus(await theSandbox(), (await params).invoiceReference),
);

export const OPTIONS = whenOn(async () => answerPreflight());

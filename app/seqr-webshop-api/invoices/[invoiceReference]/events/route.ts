import { getSandbox } from '@/lib/sandbox/boot/create-sandbox';
import { requireSandbox } from '@/lib/sandbox/core/require-sandbox';
import { answerPreflight, publicRoute, streamStatus } from '@/lib/sandbox/invoices/public-status';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ invoiceReference: string }> };

export const GET = publicRoute(async (request: Request, { params }: Context) =>
  streamStatus(await getSandbox(), request, (await params).invoiceReference),
);

export const OPTIONS = requireSandbox(async () => answerPreflight());

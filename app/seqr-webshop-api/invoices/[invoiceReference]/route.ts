import { getSandbox } from '@/lib/sandbox/boot/create-sandbox';
import { requireSandbox } from '@/lib/sandbox/core/require-sandbox';
import { answerPreflight, answerStatus, publicRoute } from '@/lib/sandbox/invoices/public-status';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ invoiceReference: string }> };

export const GET = publicRoute(async (_request: Request, { params }: Context) =>
  answerStatus(await getSandbox(), (await params).invoiceReference),
);

export const OPTIONS = requireSandbox(async () => answerPreflight());

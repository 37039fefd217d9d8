import { parseInvoiceCode } from '@/components/sandbox/invoice-code';
import { config } from '@/lib/config';
import { getInvoice } from '@/lib/sandbox/payer-app/payer';
import type { Context } from '../../answer';

/** Returns the invoice's `shownState`, which changes when its screen does. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const reference = parseInvoiceCode((await params).code);
  const invoice = config().sandbox.enabled && reference ? await getInvoice(reference) : null;
  if (!invoice) return new Response(null, { status: 404 });
  return new Response(invoice.shownState, { headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' } });
}

import { parseInvoiceCode } from '@/components/sandbox/invoice-code';
import { config } from '@/lib/config';
import type { Context } from '../../answer';
import { getInvoice } from '../../wallet';

/** A word that changes when the invoice's screen would. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const reference = parseInvoiceCode((await params).code);
  const invoice = config().sandbox.enabled && reference ? await getInvoice(reference) : null;
  if (!invoice) return new Response(null, { status: 404 });
  return new Response(invoice.shownState, { headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' } });
}

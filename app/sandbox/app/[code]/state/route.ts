import { parseInvoiceCode } from '@/components/sandbox/invoice-code';
import { config } from '@/lib/config';
import { getInvoice } from '@/lib/sandbox/payer-app/payer';
import type { Context } from '../../answer';

/** Returns a digest of what the payer's app shows of an invoice. The app polls it and reloads its screen on a change. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const reference = parseInvoiceCode((await params).code);
  const invoice = config().sandbox.enabled && reference ? await getInvoice(reference) : null;
  if (!invoice) return new Response(null, { status: 404 });
  return new Response(invoice.shownState, { headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' } });
}

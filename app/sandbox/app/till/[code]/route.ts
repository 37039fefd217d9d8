import { invoicePath } from '@/components/sandbox/invoice-code';
import { config } from '@/lib/config';
import { findStaticCode } from '@/lib/sandbox/payer-app/payer';

/**
 * Answers the address in a terminal's static QR code, which `next.config.js` rewrites to this route: `/Q<seqrId>` or
 * `/<seqrId>` at the server's root. Redirects to the terminal's newest open invoice, or to a page that waits for one. Any
 * other code gets the 404 page.
 */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const { code } = await params;
  const till = config().sandbox.enabled ? await findStaticCode(code) : null;
  const { search } = new URL(request.url);
  const path = !till
    ? `/not-found/${encodeURIComponent(code)}`
    : till.invoiceReference
      ? invoicePath(till.invoiceReference) + search
      : `/sandbox/app/till/${encodeURIComponent(code)}/waiting${search}`;
  return new Response(null, { status: 307, headers: { Location: path, 'Cache-Control': 'no-store' } });
}

import { clientAddress } from '../../http/client-address';
import { eventStream, refuseStream } from '../../http/event-stream';
import { consumePoint, tooManyRequests } from '../../http/rate-limit';
import type { Sandbox } from '../core/context';
import { qrCodeOf } from '../core/references';
import { requireSandbox } from '../core/require-sandbox';
import { findInvoice } from './on-invoice';

/** The status for a payment view that knows only the invoice's reference. It contains no payment reference. */
interface PublicStatus {
  resultCode: 0;
  resultDescription: 'SUCCESS';
  status: string;
  version: number;
  invoiceQRCode: string;
  expiresAt: string;
  /** The event stream with the same data; absent once the status is final. */
  events?: string;
  scanned?: true;
}

const FINAL = ['PAID', 'CANCELED', 'FAILED', 'EXPIRED'];
/** The payment view is embedded in pages of other origins, and its countdown needs the server's time. */
export const ANY_ORIGIN = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Date',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/**
 * Reads the status without acknowledging the payment, unlike the merchant's call. Returns null if there is no such
 * invoice.
 */
async function getPublicStatus(sandbox: Sandbox, reference: string): Promise<PublicStatus | null> {
  const invoice = await findInvoice(sandbox, reference);
  return (
    invoice && {
      resultCode: 0,
      resultDescription: 'SUCCESS',
      status: invoice.status,
      version: invoice.version,
      invoiceQRCode: qrCodeOf(sandbox.qrBase, reference),
      expiresAt: invoice.expiresAt.toISOString(),
      ...(!FINAL.includes(invoice.status) && { events: `/seqr-webshop-api/invoices/${reference}/events` }),
      ...(invoice.scannedAt && { scanned: true as const }),
    }
  );
}

export async function answerStatus(sandbox: Sandbox, reference: string): Promise<Response> {
  const status = await getPublicStatus(sandbox, reference);
  if (!status) return notFound();
  return Response.json(status, { headers: { ...ANY_ORIGIN, 'Cache-Control': 'no-store' } });
}

/** Sends the status as server-sent events, until the status is final. */
export async function streamStatus(sandbox: Sandbox, request: Request, reference: string): Promise<Response> {
  if (!(await findInvoice(sandbox, reference))) return notFound();
  const refusal = refuseStream(clientAddress(request), ANY_ORIGIN);
  if (refusal) return refusal;
  return eventStream(
    request,
    (onChange) => sandbox.events.subscribe(reference, onChange),
    async () => {
      const status = await getPublicStatus(sandbox, reference);
      return status && { data: status, last: FINAL.includes(status.status) };
    },
    ANY_ORIGIN,
  );
}

/** Answers a CORS preflight request: any origin is allowed. */
export function answerPreflight(methods = 'GET'): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...ANY_ORIGIN,
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': '*',
      'Access-Control-Max-Age': '86400',
    },
  });
}

function notFound(): Response {
  return Response.json({ error: 'There is no such invoice.' }, { status: 404, headers: ANY_ORIGIN });
}

/** Wraps a route that pages of any origin may read. It is rate-limited per address, and pages can read the refusal. */
export function publicRoute<Context>(handle: (request: Request, context: Context) => Promise<Response>) {
  return requireSandbox(async (request: Request, context: Context) => {
    const wait = await consumePoint('status', clientAddress(request));
    return wait > 0
      ? tooManyRequests(wait, 'Too many requests from this address. Try again later.', ANY_ORIGIN)
      : handle(request, context);
  });
}

import { eventStream } from '../event-stream';
import type { Sandbox } from './context';
import { findInvoice } from './invoices/on-invoice';
import { qrCodeOf } from './references';

/** What the payment view may know who was given only an invoice's reference; no reference of the payment is in it. */
export interface PublicStatus {
  resultCode: 0;
  resultDescription: 'SUCCESS';
  status: string;
  version: number;
  invoiceQRCode: string;
  expiresAt: string;
  /** The stream that sends the same answers; absent once the status is final. */
  events?: string;
  scanned?: true;
}

const FINAL = ['PAID', 'CANCELED', 'FAILED', 'EXPIRED'];
/** The payment view is embedded in pages of other origins. It needs the server's time for its countdown. */
export const ANY_ORIGIN = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Date',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** Asking here is not the merchant's asking: it does not acknowledge a payment. Null when there is no such invoice. */
export async function getPublicStatus(sandbox: Sandbox, reference: string): Promise<PublicStatus | null> {
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

/** The same as server-sent events, the last of which is the one that says how it ended. */
export async function streamStatus(sandbox: Sandbox, request: Request, reference: string): Promise<Response> {
  if (!(await findInvoice(sandbox, reference))) return notFound();
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

/** Answers the browser's question whether a page of another origin may ask: any may. */
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

import { parseInvoiceCode } from '@/components/sandbox/invoice-code';
import { config } from '@/lib/config';
import { contentDisposition } from '@/lib/content-disposition';
import { getReceipt } from '@/lib/sandbox/payer-app/payer';

const ENDINGS: Record<string, string> = {
  'text/html': 'html',
  'text/plain': 'txt',
  'text/xml': 'xml',
  'application/xml': 'xml',
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

/** Downloads a shop's document. Its content is untrusted, so browsers must not show it as a page of this server. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ code: string; id: string }> },
): Promise<Response> {
  const { code, id } = await params;
  const reference = config().sandbox.enabled ? parseInvoiceCode(code) : null;
  const receipt = reference && /^\d{1,15}$/.test(id) ? await getReceipt(reference, Number(id)) : null;
  if (!receipt) return new Response('There is no such document.\n', { status: 404 });
  const ending = ENDINGS[receipt.mimeType.toLowerCase()] ?? 'bin';
  return new Response(new Uint8Array(receipt.data), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': contentDisposition('attachment', `receipt-${id}.${ending}`),
      'Cache-Control': 'no-store',
    },
  });
}

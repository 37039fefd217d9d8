import { invoicePath, parseInvoiceCode } from '@/components/sandbox/invoice-code';
import type { PayAnswer } from '@/components/sandbox/pay-sheet';
import { config } from '@/lib/config';
import { isSameOrigin } from '@/lib/same-origin';

const FORM_LIMIT = 4_096;

export type Context = { params: Promise<{ code: string }> };
export type WalletPost = { reference: string; form: URLSearchParams };

/**
 * A form post of the wallet's own pages. A `Response` says why it is refused: the sandbox is off or the code is none
 * (404), another site's page (403), not a small urlencoded form (415, 413).
 */
export async function readPost(request: Request, { params }: Context): Promise<WalletPost | Response> {
  const reference = parseInvoiceCode((await params).code);
  if (!config().sandbox.enabled || !reference) return new Response('There is no such invoice.\n', { status: 404 });
  if (!isSameOrigin(request)) return new Response('Only the wallet’s own pages may do this.\n', { status: 403 });
  if (request.body === null) return { reference, form: new URLSearchParams() };
  if (Number(request.headers.get('content-length') ?? FORM_LIMIT + 1) > FORM_LIMIT) {
    return new Response('The form is too large.\n', { status: 413 });
  }
  const type = request.headers.get('content-type') ?? '';
  if (type !== '' && !/^application\/x-www-form-urlencoded\b/i.test(type)) {
    return new Response('Send the fields as a form (application/x-www-form-urlencoded).\n', { status: 415 });
  }
  return { reference, form: new URLSearchParams(await request.text()) };
}

/** The invoice's page with what the form carried along, and more. */
export function pageOf({ reference, form }: WalletPost, more: Record<string, string> = {}): string {
  const query = new URLSearchParams();
  if (form.get('via') === 'link') query.set('via', 'link');
  const lang = form.get('lang');
  if (lang && /^[a-z]{2}$/.test(lang)) query.set('lang', lang);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return query.size > 0 ? `${invoicePath(reference)}?${query}` : invoicePath(reference);
}

export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } });
}

export function wantsJson(request: Request): boolean {
  return request.headers.get('accept')?.includes('application/json') ?? false;
}

export function json(answer: PayAnswer): Response {
  return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } });
}

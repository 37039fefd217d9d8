import { invoicePath, parseInvoiceCode } from '@/components/sandbox/invoice-code';
import type { PayAnswer } from '@/components/sandbox/pay-sheet';
import type { SessionQuery } from '@/components/sandbox/session-query';
import { config } from '@/lib/config';
import { jsonResponse } from '@/lib/http/json-response';
import { mediaType, readBody } from '@/lib/http/request-body';
import { isSameOrigin } from '@/lib/http/same-origin';
import { isFullLanguage } from '@/lib/i18n/languages';
import { parseTypedForm } from '@/lib/typed-text';
import { payerOfPost } from './session';

const FORM_LIMIT = 4_096;

export type Context = { params: Promise<{ code: string }> };
export type WalletPost = { reference: string; form: URLSearchParams; payerId: string | undefined };

/**
 * Reads a form post about an invoice. Returns a `Response` if it is refused: sandbox off or invalid code (404), another
 * site's page (403), or not a small urlencoded form (415, 413).
 */
export async function readPost(request: Request, { params }: Context): Promise<WalletPost | Response> {
  const reference = parseInvoiceCode((await params).code);
  if (!reference) return new Response('There is no such invoice.\n', { status: 404 });
  const form = await readForm(request);
  if (form instanceof Response) return form;
  const payerId = await payerOfPost(form);
  return payerId instanceof Response ? payerId : { reference, form, payerId };
}

/** Returns a small urlencoded form from one of our own pages, or the refusal. */
export async function readForm(request: Request): Promise<URLSearchParams | Response> {
  if (!config().sandbox.enabled) return new Response('Not found\n', { status: 404 });
  if (!isSameOrigin(request)) return new Response('Only the wallet’s own pages may do this.\n', { status: 403 });
  const body = await readBody(request, FORM_LIMIT);
  if (body === null) return new Response('The form is too large.\n', { status: 413 });
  if (body !== '' && mediaType(request) !== 'application/x-www-form-urlencoded') {
    return new Response('Send the fields as a form (application/x-www-form-urlencoded).\n', { status: 415 });
  }
  return parseTypedForm(body);
}

/** The address of the invoice's page, with the form's session query and `more` parameters. */
export function pageOf({ reference, form }: WalletPost, more: Record<string, string> = {}): string {
  const via: Record<string, string> = form.get('via') === 'link' ? { via: 'link' } : {};
  const query = new URLSearchParams({ ...via, ...sessionQueryOf(form), ...more });
  return query.size > 0 ? `${invoicePath(reference)}?${query}` : invoicePath(reference);
}

/** The payer and the language from the address of the form's page. */
export function sessionQueryOf(form: URLSearchParams): SessionQuery {
  const lang = form.get('lang') ?? '';
  const payer = form.get('payer') ?? '';
  return { ...(isFullLanguage(lang) && { lang }), ...(/^[\w.-]{1,60}$/.test(payer) && { payer }) };
}

export function wantsJson(request: Request): boolean {
  return request.headers.get('accept')?.includes('application/json') ?? false;
}

export function json(answer: PayAnswer): Response {
  return jsonResponse(answer, { headers: { 'Cache-Control': 'no-store' } });
}

import type { Session } from '@/lib/admin/session';
import { config } from '@/lib/config';
import { mediaType, readBody } from '@/lib/request-body';
import { isSameOrigin } from '@/lib/same-origin';
import { parseTypedForm } from '@/lib/typed-text';
import { orUnavailable } from '../or-unavailable';
import { currentSession } from './request';

const FORM_LIMIT = 64 * 1024;

export type AdminPost<Params> = { session: Session; form: URLSearchParams; params: Params; request: Request };

/**
 * A form of the back office: refused from other sites (403), without a session (sign-in, or 401 to a program) and when
 * it is no small urlencoded form (415, 413). `act` returns the path of the page to show next, or null for what does not
 * exist (404).
 */
export function adminPost<Params>(act: (post: AdminPost<Params>) => Promise<string | null>) {
  return orUnavailable(async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const form = await readForm(request);
    if (form instanceof Response) return form;
    const session = await currentSession();
    if (!session) return refuseSignedOut(request);
    const path = await act({ session, form, params: await context.params, request });
    return path === null ? text('There is no such thing.', 404) : seeOther(path);
  });
}

/** The fields of a form that one of our own pages sent, else the answer that refuses it. */
export async function readForm(request: Request): Promise<URLSearchParams | Response> {
  if (!config().shopEnabled) return text('There is no shop here.', 404);
  if (!isSameOrigin(request)) return text('Only the back office’s own pages may do this.', 403);
  const type = mediaType(request);
  if (type !== '' && type !== 'application/x-www-form-urlencoded') {
    return text('Send the fields as a form (application/x-www-form-urlencoded).', 415);
  }
  const body = await readBody(request, FORM_LIMIT);
  return body === null ? text('The form is too large.', 413) : parseTypedForm(body);
}

function refuseSignedOut(request: Request): Response {
  const asksForPage = request.headers.get('accept')?.includes('text/html') ?? false;
  return asksForPage ? seeOther('/admin/sign-in?note=expired') : text('Sign in first.', 401);
}

export function seeOther(path: string, headers: Record<string, string> = {}): Response {
  return new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'no-store', ...headers } });
}

function text(sentence: string, status: number): Response {
  return new Response(`${sentence}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}

/** HttpOnly, for the back office only, and Secure where the shop is reached by https. */
export function setCookie(name: string, value: string, seconds: number): Record<string, string> {
  const secure = config().secureCookies ? '; Secure' : '';
  return { 'Set-Cookie': `${name}=${value}; Path=/admin; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}` };
}

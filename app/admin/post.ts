import { type FormRefusal, sendOnce } from '@/lib/admin/send-once';
import type { Session } from '@/lib/admin/session';
import { type AnySession, isVisitor } from '@/lib/admin/visitor-session';
import { config } from '@/lib/config';
import { clientAddress } from '@/lib/http/client-address';
import { ownCookieHeader } from '@/lib/http/own-cookie';
import { plainText } from '@/lib/http/plain-text';
import { consumePoint, tooManyRequests } from '@/lib/http/rate-limit';
import { mediaType, readBody } from '@/lib/http/request-body';
import { isSameOrigin } from '@/lib/http/same-origin';
import { seeOther } from '@/lib/http/see-other';
import { parseTypedForm } from '@/lib/typed-text';
import { orUnavailable } from '../or-unavailable';
import { currentSession, currentVisitor } from './request';

const FORM_LIMIT = 64 * 1024;

export type AdminPost<Params, Who = Session> = {
  session: Who;
  form: URLSearchParams;
  params: Params;
  request: Request;
};

/**
 * Handles a form post to the back office. Refuses other sites (403), missing sessions (redirect to sign-in, or 401 for
 * programs), and anything but a small urlencoded form (415, 413). Refuses a missing key (400), and a key that was sent
 * before with other fields or without a known outcome (409). Takes effect once per key. `act` returns the path of the
 * next page, or null if the target does not exist (404).
 */
export function adminPost<Params>(act: (post: AdminPost<Params>) => Promise<string | null>) {
  return postOf(currentSession, act);
}

/** Like `adminPost`, but visitors of a demonstration may send the form too, for their own orders. */
export function orderPost<Params>(act: (post: AdminPost<Params, AnySession>) => Promise<string | null>) {
  return postOf(async (): Promise<AnySession | null> => (await currentSession()) ?? (await currentVisitor()), act);
}

function postOf<Params, Who extends AnySession>(
  findSession: () => Promise<Who | null>,
  act: (post: AdminPost<Params, Who>) => Promise<string | null>,
) {
  return orUnavailable(async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const form = await readForm(request);
    if (form instanceof Response) return form;
    const session = await findSession();
    if (!session) return refuseSignedOut(request);
    // Staff have no limit. A visitor's forms count towards the checkout's rate limit.
    const wait = isVisitor(session) ? await consumePoint('checkout', clientAddress(request)) : 0;
    if (wait > 0) return tooManyRequests(wait, 'Too many forms from this address. Try again in a minute.');
    const params = await context.params;
    const sent = { key: form.get('key') ?? '', path: new URL(request.url).pathname, fields: form };
    const outcome = await sendOnce(sent, () => act({ session, form, params, request }));
    if ('refused' in outcome) return refuseForm(request, outcome.refused);
    return outcome.path === null ? plainText('Not found.', 404) : seeOther(outcome.path);
  });
}

/** Returns the form's fields if one of our own pages sent it, else the refusal. */
export async function readForm(request: Request): Promise<URLSearchParams | Response> {
  if (!config().shopEnabled) return plainText('There is no shop here.', 404);
  if (!isSameOrigin(request)) return plainText('Only the back office’s own pages may do this.', 403);
  const type = mediaType(request);
  if (type !== '' && type !== 'application/x-www-form-urlencoded') {
    return plainText('Send the fields as a form (application/x-www-form-urlencoded).', 415);
  }
  const body = await readBody(request, FORM_LIMIT);
  return body === null ? plainText('The form is too large.', 413) : parseTypedForm(body);
}

export async function refuseSignedOut(request: Request): Promise<Response> {
  if (await currentVisitor()) {
    return asksForPage(request)
      ? seeOther('/admin/closed')
      : plainText('This part of the back office is closed in the demonstration.', 403);
  }
  return asksForPage(request)
    ? seeOther('/admin/sign-in?note=expired')
    : plainText('Sign in to the back office first.', 401);
}

const refusals: Record<FormRefusal, readonly [sentence: string, status: number]> = {
  'no-key': ['Send the field `key`, new for each form: 16 to 40 letters, digits, - or _.', 400],
  changed: ['This key was sent before with other fields. Use a new key.', 409],
  unanswered: ['This form was sent before; its outcome is unknown. Check the outcome before you use a new key.', 409],
};

/** Explains the refusal and links to a new form. */
export function refuseForm(request: Request, why: FormRefusal): Response {
  if (asksForPage(request)) {
    return seeOther(`/admin/not-sent?${new URLSearchParams({ why, back: pageBefore(request) })}`);
  }
  return plainText(...refusals[why]);
}

export function asksForPage(request: Request): boolean {
  return request.headers.get('accept')?.includes('text/html') ?? false;
}

/** The back-office page that the form was on. */
export function pageBefore(request: Request): string {
  const referer = request.headers.get('referer') ?? '';
  if (!URL.canParse(referer)) return '/admin';
  const { pathname, search } = new URL(referer);
  return isAdminPath(pathname) ? pathname + search : '/admin';
}

export function isAdminPath(path: string): boolean {
  return /^\/admin(?:[/?#]|$)/.test(path);
}

/** A cookie that is only sent to the back office. */
export function setCookie(name: string, value: string, seconds: number): Record<string, string> {
  return { 'Set-Cookie': ownCookieHeader(name, value, '/admin', seconds) };
}

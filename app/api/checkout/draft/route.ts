import { cookies } from 'next/headers';
import { DRAFT_COOKIE, DRAFT_SECONDS, writeCheckoutDraft } from '@/lib/checkout/draft';
import { ownCookieOptions } from '@/lib/http/own-cookie';
import { mediaType, readBody } from '@/lib/http/request-body';
import { isSameOrigin } from '@/lib/http/same-origin';
import { seeOther } from '@/lib/http/see-other';
import { isServedLanguage, localPath } from '@/lib/i18n/languages';
import { parseTypedForm } from '@/lib/typed-text';

export const dynamic = 'force-dynamic';

const BODY_LIMIT = 64 * 1024;

/** Stores the entered checkout values and redirects to the checkout in another language (`to`). */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return new Response('Only the shop’s own pages may do this.\n', { status: 403 });
  if (mediaType(request) !== 'application/x-www-form-urlencoded') {
    return new Response('Send the fields as a form (application/x-www-form-urlencoded).\n', { status: 415 });
  }
  const body = await readBody(request, BODY_LIMIT);
  if (body === null) return new Response('The form is too large.\n', { status: 413 });
  const to = new URL(request.url).searchParams.get('to') ?? '';
  const draft = writeCheckoutDraft(parseTypedForm(body), []);
  (await cookies()).set(DRAFT_COOKIE, draft, { ...ownCookieOptions(), maxAge: DRAFT_SECONDS });
  const language = isServedLanguage(to) ? to : 'en';
  return seeOther(localPath(language, '/checkout'));
}

import { cookies } from 'next/headers';
import { DRAFT_COOKIE, DRAFT_SECONDS, writeCheckoutDraft } from '@/lib/checkout/draft';
import { config } from '@/lib/config';
import { isLanguage, localPath } from '@/lib/i18n/languages';
import { mediaType, readBody } from '@/lib/request-body';
import { isSameOrigin } from '@/lib/same-origin';
import { parseTypedForm } from '@/lib/typed-text';

export const dynamic = 'force-dynamic';

const BODY_LIMIT = 64 * 1024;

/** Keeps what was typed into the checkout while its page is shown in the language that `to` names. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return new Response('Only the shop’s own pages may do this.\n', { status: 403 });
  if (mediaType(request) !== 'application/x-www-form-urlencoded') {
    return new Response('Send the fields as a form (application/x-www-form-urlencoded).\n', { status: 415 });
  }
  const body = await readBody(request, BODY_LIMIT);
  if (body === null) return new Response('The form is too large.\n', { status: 413 });
  const to = new URL(request.url).searchParams.get('to') ?? '';
  const draft = writeCheckoutDraft({ values: Object.fromEntries(parseTypedForm(body)), problems: [] });
  (await cookies()).set(DRAFT_COOKIE, draft, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: config().secureCookies,
    maxAge: DRAFT_SECONDS,
  });
  const language = isLanguage(to) ? to : 'en';
  return new Response(null, { status: 303, headers: { Location: localPath(language, '/checkout') } });
}

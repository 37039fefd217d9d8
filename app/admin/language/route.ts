import { isLanguage } from '@/lib/i18n/languages';
import { readForm, seeOther, setCookie } from '../post';
import { LANGUAGE_COOKIE } from '../request';

export const dynamic = 'force-dynamic';

const YEAR_SECONDS = 365 * 86_400;

/** Remembers the language of the back office in this browser, and leads back to the page. */
export async function POST(request: Request): Promise<Response> {
  const form = await readForm(request);
  if (form instanceof Response) return form;
  const language = form.get('language') ?? '';
  const cookie = isLanguage(language) ? setCookie(LANGUAGE_COOKIE, language, YEAR_SECONDS) : {};
  return seeOther(pageBefore(request), cookie);
}

function pageBefore(request: Request): string {
  const referer = request.headers.get('referer') ?? '';
  if (!URL.canParse(referer)) return '/admin';
  const { pathname, search } = new URL(referer);
  return /^\/admin(\/|$)/.test(pathname) ? pathname + search : '/admin';
}

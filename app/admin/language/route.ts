import { seeOther } from '@/lib/http/see-other';
import { isFullLanguage } from '@/lib/i18n/languages';
import { ADMIN_LANGUAGE_COOKIE } from '@/lib/i18n/pick-language';
import { pageBefore, readForm, setCookie } from '../post';

export const dynamic = 'force-dynamic';

const YEAR_SECONDS = 365 * 86_400;

/** Stores the back office's language in a cookie and redirects back to the page. */
export async function POST(request: Request): Promise<Response> {
  const form = await readForm(request);
  if (form instanceof Response) return form;
  const language = form.get('language') ?? '';
  const cookie = isFullLanguage(language) ? setCookie(ADMIN_LANGUAGE_COOKIE, language, YEAR_SECONDS) : {};
  return seeOther(pageBefore(request), cookie);
}

import { SESSION_COOKIE, SESSION_SECONDS } from '@/lib/admin/session';
import { signIn } from '@/lib/admin/sign-in';
import { clientAddress } from '@/lib/http/client-address';
import { safePath } from '@/lib/http/safe-path';
import { seeOther } from '@/lib/http/see-other';
import { orUnavailable } from '../../or-unavailable';
import { isAdminPath, readForm, setCookie } from '../post';

export const dynamic = 'force-dynamic';

/** Signs in with a plain form and redirects to the requested page. */
export const POST = orUnavailable(async (request: Request): Promise<Response> => {
  const form = await readForm(request);
  if (form instanceof Response) return form;
  const requested = safePath(form.get('next'), '/admin');
  const next = isAdminPath(requested) ? requested : '/admin';
  const result = await signIn({
    name: form.get('name') ?? '',
    password: form.get('password') ?? '',
    address: clientAddress(request),
  });
  if (result.ok) return seeOther(next, setCookie(SESSION_COOKIE, result.cookie, SESSION_SECONDS));
  const query = new URLSearchParams({ note: result.reason, next });
  if (result.reason === 'too-many') query.set('minutes', String(Math.ceil(result.waitSeconds / 60)));
  return seeOther(`/admin/sign-in?${query}`);
});

import { orUnavailable } from '@/app/or-unavailable';
import { endSession, SESSION_COOKIE } from '@/lib/admin/session';
import { seeOther } from '@/lib/http/see-other';
import { readForm, setCookie } from '../../post';
import { currentSession } from '../../request';

export const dynamic = 'force-dynamic';

/** Signs out. Has no effect if already signed out. */
export const POST = orUnavailable(async (request: Request): Promise<Response> => {
  const form = await readForm(request);
  if (form instanceof Response) return form;
  const session = await currentSession();
  if (session) await endSession(session);
  return seeOther('/admin/sign-in?note=signed-out', setCookie(SESSION_COOKIE, '', 0));
});

import { config } from '@/lib/config';
import { readBody } from '@/lib/request-body';
import { isSameOrigin } from '@/lib/same-origin';
import { toConsoleToken } from '@/lib/sandbox/console';
import { KEY_COOKIE, refuse, seeOther } from '../console';

const DAYS_30 = 30 * 86_400;

/** Takes a public sandbox's key and remembers, in a cookie that is not the key, that this browser has shown it. */
export async function POST(request: Request): Promise<Response> {
  const { sandbox, secureCookies } = config();
  if (!sandbox.enabled) return refuse(404, 'Not found');
  if (!isSameOrigin(request)) return refuse(403, 'A page of another site may not open the console.');
  const body = await readBody(request, 1_000);
  if (body === null) return refuse(413, 'The form is too large.');
  const token = toConsoleToken(new URLSearchParams(body).get('key') ?? '');
  if (!token) return seeOther('/sandbox?key=wrong');
  const answer = seeOther('/sandbox');
  const secure = secureCookies ? '; Secure' : '';
  answer.headers.set(
    'Set-Cookie',
    `${KEY_COOKIE}=${token}; Path=/sandbox; Max-Age=${DAYS_30}; HttpOnly; SameSite=Lax${secure}`,
  );
  return answer;
}

import { config } from '@/lib/config';
import { ownCookieHeader } from '@/lib/http/own-cookie';
import { readBody } from '@/lib/http/request-body';
import { isSameOrigin } from '@/lib/http/same-origin';
import { seeOther } from '@/lib/http/see-other';
import { toConsoleToken } from '@/lib/sandbox/console/console';
import { KEY_COOKIE, refuse } from '../console';

const DAYS_30 = 30 * 86_400;

/** Checks a public sandbox's key and remembers it with a cookie that does not contain the key. */
export async function POST(request: Request): Promise<Response> {
  if (!config().sandbox.enabled) return refuse(404, 'Not found');
  if (!isSameOrigin(request)) return refuse(403, 'A page of another site may not open the console.');
  const body = await readBody(request, 1_000);
  if (body === null) return refuse(413, 'The form is too large.');
  const token = toConsoleToken(new URLSearchParams(body).get('key') ?? '');
  if (!token) return seeOther('/sandbox?key=wrong');
  return seeOther('/sandbox', { 'Set-Cookie': ownCookieHeader(KEY_COOKIE, token, '/sandbox', DAYS_30) });
}

import { config } from '../config';

/** Attributes of every httpOnly cookie of this server; Secure if the shop uses https. */
export function ownCookieOptions() {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: config().secureCookies } as const;
}

/** A `Set-Cookie` header with these attributes, limited to `path`. */
export function ownCookieHeader(name: string, value: string, path: string, maxAgeSeconds: number): string {
  const secure = config().secureCookies ? '; Secure' : '';
  return `${name}=${value}; Path=${path}; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** The value of a cookie, not decoded. If there are several, the last, as in Next's `cookies()`. */
export function readCookie({ headers }: Request, name: string): string | undefined {
  const cookies = headers.get('cookie')?.split(/; */) ?? [];
  return cookies.findLast((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
}

import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { SESSION_COOKIE, type Session, verifySession } from '@/lib/admin/session';
import { type AnySession, type VisitorSession, visitorSession } from '@/lib/admin/visitor-session';
import { readVisitor, visitorCookieName } from '@/lib/checkout/visitor';
import { config } from '@/lib/config';
import { type AdminTexts, getAdminTexts } from '@/lib/i18n/get-admin-texts';
import { type FullLanguage, isFullLanguage } from '@/lib/i18n/languages';
import { ADMIN_LANGUAGE_COOKIE, pickLanguage } from '@/lib/i18n/pick-language';

export type Query = Promise<Record<string, string | string[] | undefined>>;

/** Read once per page: the layout and the page both need it. */
export const currentSession = cache(
  async (): Promise<Session | null> => verifySession((await cookies()).get(SESSION_COOKIE)?.value),
);

/** In a demonstration, the browser's visitor, identified by the shop's visitor cookie. Otherwise null. */
export async function currentVisitor(): Promise<VisitorSession | null> {
  return visitorSession(readVisitor((await cookies()).get(visitorCookieName())?.value));
}

/**
 * Requires a person's session on a back-office page. `path` is the page to return to after signing in. Visitors of a
 * demonstration are redirected to a page that says that this page is closed.
 */
export async function requireSession(path: string): Promise<Session> {
  if (!config().shopEnabled) notFound();
  const session = await currentSession();
  return session ?? redirect((await currentVisitor()) ? '/admin/closed' : signInPath(path));
}

/** Like `requireSession`, but visitors of a demonstration may open the page too, with their own orders. */
export async function requireAnySession(path: string): Promise<AnySession> {
  if (!config().shopEnabled) notFound();
  return (await currentSession()) ?? (await currentVisitor()) ?? redirect(signInPath(path));
}

function signInPath(path: string): string {
  return `/admin/sign-in?next=${encodeURIComponent(path)}`;
}

/** The language chosen in the back office, else the browser's. */
async function adminLanguage(): Promise<FullLanguage> {
  const chosen = (await cookies()).get(ADMIN_LANGUAGE_COOKIE)?.value;
  if (chosen !== undefined && isFullLanguage(chosen)) return chosen;
  return pickLanguage(undefined, (await headers()).get('accept-language'));
}

export async function pageTexts(): Promise<{ language: FullLanguage; t: AdminTexts }> {
  const language = await adminLanguage();
  return { language, t: getAdminTexts(language) };
}

/** Query parameters as single values. A repeated parameter has its last value. */
export async function readQuery(query: Query): Promise<Record<string, string>> {
  const entries = Object.entries(await query).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.at(-1) : value,
  ]);
  return Object.fromEntries(entries.filter(([, value]) => typeof value === 'string'));
}

import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { type AdminTexts, adminTexts } from '@/components/admin/texts/texts';
import { SESSION_COOKIE, type Session, verifySession } from '@/lib/admin/session';
import { config } from '@/lib/config';
import { isLanguage, type Language } from '@/lib/i18n/languages';
import { pickLanguage } from '@/lib/i18n/pick-language';

export const LANGUAGE_COOKIE = 'tallbacka-admin-language';

export type Query = Promise<Record<string, string | string[] | undefined>>;

export async function currentSession(): Promise<Session | null> {
  return verifySession((await cookies()).get(SESSION_COOKIE)?.value);
}

/** What every page of the back office begins with. `path` is where signing in leads back to. */
export async function requireSession(path: string): Promise<Session> {
  if (!config().shopEnabled) notFound();
  return (await currentSession()) ?? redirect(`/admin/sign-in?next=${encodeURIComponent(path)}`);
}

/** As chosen in the back office, else as the browser wishes. */
export async function adminLanguage(): Promise<Language> {
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value;
  if (chosen !== undefined && isLanguage(chosen)) return chosen;
  return pickLanguage(undefined, (await headers()).get('accept-language'));
}

export async function pageTexts(): Promise<{ language: Language; t: AdminTexts }> {
  const language = await adminLanguage();
  return { language, t: adminTexts(language) };
}

/** The query's parameters as single values: of one that came several times, the last. */
export async function readQuery(query: Query): Promise<Record<string, string>> {
  const entries = Object.entries(await query).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.at(-1) : value,
  ]);
  return Object.fromEntries(entries.filter(([, value]) => typeof value === 'string'));
}

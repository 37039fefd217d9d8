import { notFound } from 'next/navigation';
import { lang } from 'next/root-params';
import { isServedLanguage, type Language } from '@/lib/i18n/languages';

/** The language in the page's address. Calls `notFound` for any other value. */
export async function pageLanguage(): Promise<Language> {
  const language: unknown = await lang();
  return typeof language === 'string' && isServedLanguage(language) ? language : notFound();
}

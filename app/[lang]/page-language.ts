import { notFound } from 'next/navigation';
import { lang } from 'next/root-params';
import { isLanguage, type Language } from '@/lib/i18n/languages';

/** The language that the address asks for; another one is a page that does not exist. */
export async function pageLanguage(): Promise<Language> {
  const language: unknown = await lang();
  return typeof language === 'string' && isLanguage(language) ? language : notFound();
}

import type { Language } from './languages';

const locales: Record<Language, string> = { en: 'en-GB', sv: 'sv-SE' };
const timeZone = 'Europe/Stockholm';

/** `23 November 2026`, as it is in Sweden. */
export function formatDate(date: Date, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone }).format(date);
}

/** `23 November 2026, 14:05`, Swedish time. */
export function formatDateTime(date: Date, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short', timeZone }).format(date);
}

/** `14:05`, Swedish time. */
export function formatTime(date: Date, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { timeStyle: 'short', timeZone }).format(date);
}

/** `23 Nov 2026, 14:05`, Swedish time: for lists. */
export function formatShortDateTime(date: Date, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(date);
}

/** `23 Nov 2026, 14:05:09`, Swedish time: for histories. */
export function formatExactTime(date: Date, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(
    date,
  );
}

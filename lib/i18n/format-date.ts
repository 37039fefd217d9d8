import type { Language } from './languages';

const timeZone = 'Europe/Stockholm';

type DateFormat = (date: Date, language: Language) => string;

const locales: Record<Language, string> = { en: 'en-GB', sv: 'sv-SE', de: 'de-DE' };

/**
 * Creating a formatter takes a hundred times as long as using it, so each is created once, and only if it is used: the
 * payment page loads this file in the browser.
 */
function dateFormat(styles: Intl.DateTimeFormatOptions, zone = timeZone): DateFormat {
  const formats: Partial<Record<Language, Intl.DateTimeFormat>> = {};
  return (date, language) => {
    formats[language] ??= new Intl.DateTimeFormat(locales[language], { ...styles, timeZone: zone });
    return formats[language].format(date);
  };
}

/** `23 November 2026`, in Swedish time. */
export const formatDate = dateFormat({ dateStyle: 'long' });

/** `23 November 2026, 14:05`, Swedish time. */
export const formatDateTime = dateFormat({ dateStyle: 'long', timeStyle: 'short' });

/** `14:05`, Swedish time. */
export const formatTime = dateFormat({ timeStyle: 'short' });

/** `14:05:09`, Swedish time. */
export const formatTimeWithSeconds = dateFormat({ timeStyle: 'medium' });

/** `23 Nov 2026, 14:05`, Swedish time, for lists. */
export const formatShortDateTime = dateFormat({ dateStyle: 'medium', timeStyle: 'short' });

/** `23 Nov 2026, 14:05:09`, Swedish time, for histories. */
export const formatExactTime = dateFormat({ dateStyle: 'medium', timeStyle: 'medium' });

/** `Mon`, for a date at midnight UTC that stands for a day. */
export const formatWeekday = dateFormat({ weekday: 'short' }, 'UTC');

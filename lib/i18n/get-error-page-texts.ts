import { isServedLanguage, type Language } from './languages';
import { errorPage as de } from './texts/de/error-page';
import { type ErrorPageTexts, errorPage as en } from './texts/en/error-page';
import { errorPage as sv } from './texts/sv/error-page';

const all: Record<Language, ErrorPageTexts> = { en, sv, de };

/** `language` comes from the address, so it may be anything. For a language that the shop does not serve: English. */
export function getErrorPageTexts(language: unknown): ErrorPageTexts {
  return all[typeof language === 'string' && isServedLanguage(language) ? language : 'en'];
}

import { languages } from './enabled-languages.js';

export { languages };

/** Every language that has texts for buyers. enabled-languages.js lists those that the shop serves. */
const languagesWithTexts = ['en', 'sv', 'de'] as const;
export type Language = (typeof languagesWithTexts)[number];

/**
 * The languages of the back office and the payer app. Every product has texts in both. All other languages are
 * optional: a product without texts in one is shown in English.
 */
export const fullLanguages = ['en', 'sv'] as const;
export type FullLanguage = (typeof fullLanguages)[number];

/** False also for a language that has texts but is switched off. */
export function isServedLanguage(text: string): text is Language {
  return languages.some((language) => language === text);
}

export function isFullLanguage(text: string): text is FullLanguage {
  return fullLanguages.some((language) => language === text);
}

/** Parses a language from the database. The shop may no longer serve it. Throws a `RangeError` if it has no texts. */
export function storedLanguage(text: string): Language {
  const stored = languagesWithTexts.find((language) => language === text);
  if (!stored) throw new RangeError(`i18n: ${text} is not a language of lib/i18n/languages.ts. Add it there`);
  return stored;
}

/** One value per language; a missing language is a compile error. */
export function inEachLanguage<T>(valueIn: (language: Language) => T): Record<Language, T> {
  return { en: valueIn('en'), sv: valueIn('sv'), de: valueIn('de') };
}

/**
 * `('sv', '/cart')` → `/sv/cart`. English has no prefix. A language that the shop does not serve gets the English path.
 * `path` starts with a slash.
 */
export function localPath(language: Language, path: string): string {
  if (language === 'en' || !isServedLanguage(language)) return path;
  return path === '/' ? `/${language}` : `/${language}${path}`;
}
